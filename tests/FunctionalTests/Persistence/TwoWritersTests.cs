using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>
/// Units of the path of messages are written by hand, all others by EF. Whatever is written, both write the same: each value of each
/// column, and how SQLite keeps it.
/// </summary>
[Trait("Database", "Sqlite")]
public sealed partial class TwoWritersTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ActorId Eliza = ActorId.From("e112a000-0000-4000-8000-000000000001");

    /// <summary>So far ahead that neither the dispatcher nor a sweeper touches what is written.</summary>
    private static readonly DateTimeOffset At = new(2100, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    private static readonly string[] Texts = ["plain", "\ufeffmarked", "\ufeff", "\ufffe\u3c00\u6200\u3e00", "\ud83d", "", "ünïcödé 😀 \u2028 end", "'quotes' \"and\" ; -- %", "0", "1e5", " blank ", new('x', 4000)];

    private static readonly string[] Tables = ["Messages", "AgentRuns", "AgentMemories", "StoredAnswers", "Sessions", "ChannelChanges"];

    [Fact]
    public async Task Units_InTheLineAndAlone_LeaveTheSameRows()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var inLine = await WriteAsync(seed, alone: false);
            var alone = await WriteAsync(seed, alone: true);

            inLine.ShouldBe(alone, $"seed {seed}");
            inLine.ShouldContain("AgentRuns");
        }
        // The words of the messages too: FTS5 compares what it has indexed with the table.
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"MessageWords\" (\"MessageWords\", rank) VALUES ('integrity-check', 1)"));
    }

    /// <summary>Writes what the seed says into a channel of its own; the answer is what is stored then, ids by the order in which they come.</summary>
    private async Task<string> WriteAsync(int seed, bool alone)
    {
        var random = new Random(seed);
        var channel = new ChannelId(await factory.Api.CreateChannelAsync($"two-{seed}-{alone}"));
        var session = new SessionId(Guid.CreateVersion7());
        await using (var first = new StampedUnit(factory))
        {
            first.Db.Add(Session.Open(
                session, channel, Eliza, ActorId.From("ada"), "user:ada", Metadata.Empty,
                new SessionTimeouts(TimeSpan.FromMinutes(30), TimeSpan.FromHours(5), TimeSpan.FromMinutes(5), AutoRenew: seed % 2 == 0), At));
            (await first.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        }

        var messages = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Message.Post(Draft(channel, random), At.AddMilliseconds(random.Next(9)))).ToList();
        await CommitAsync(alone, unit =>
        {
            foreach (var message in messages) unit.Get<IMessageRepository>().Add(message);
            unit.Get<IAgentRunRepository>().Add(AgentRun.Queue(Eliza, channel, messages[0].Id, At, isFetched: seed % 3 == 0));
            unit.Get<IAgentMemoryRepository>().Add(AgentMemory.Begin(Eliza, channel, Pick(random)));
            unit.Get<IStoredAnswerRepository>().Add(StoredAnswer.Of(
                AnswerId.Of($"{seed}{alone}", "Post", IdempotencyKey.Create("k").Value), "f", Pick(random), At, seed % 2 == 0 ? messages[0].Id : null));
            return Task.CompletedTask;
        });
        await CommitAsync(alone, async unit =>
        {
            var run = await unit.Db.AgentRuns.SingleAsync(row => row.ChannelId == channel);
            run.Claim(new Guid(seed, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), At, TimeSpan.FromSeconds(seed));
            if (seed % 4 == 0) run.Fail(run.Lease!.Value, Pick(random), At).Error.ShouldBeNull();
            (await unit.Db.AgentMemories.SingleAsync(row => row.ChannelId == channel)).Keep(Pick(random));
            var kept = await unit.Db.Sessions.SingleAsync(row => row.Id == session);
            if (seed % 2 == 0) kept.Touch(At.AddMinutes(1)).Error.ShouldBeNull();
            else kept.Change(kept.Timeouts with { Timeout = TimeSpan.FromMinutes(40 + seed), AutoRenew = true }, At.AddMinutes(1)).Error.ShouldBeNull();
        });
        return await DumpAsync(channel);
    }

    private async Task CommitAsync(bool alone, Func<StampedUnit, Task> change)
    {
        await using var unit = new StampedUnit(factory);
        if (alone) (await unit.Get<WriteTransaction>().TryTakeTurnAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        await change(unit);
        (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);
    }

    private static MessageDraft Draft(ChannelId channel, Random random) =>
        new(channel, ActorId.From(random.Next(2) == 0 ? "ada" : "bob"), (ActorKind)random.Next(2), MessageContent.FromTrusted(Pick(random)))
        {
            SourceType = random.Next(2) == 0 ? null : SourceType.Create("discord").Value,
            InReplyTo = random.Next(2) == 0 ? null : new ThreadPlace(MessageId.New(At), random.Next(2) == 0 ? null : MessageId.New(At), 3),
            Mentions = [.. Enumerable.Range(0, random.Next(3)).Select(i => ActorId.From($"user-{i}"))],
            Attachments = [.. Enumerable.Range(0, random.Next(3)).Select(i => new Attachment($"https://a.example/{i}", "image/png", Pick(random), random.Next(2) == 0 ? null : i, null, Pick(random)))],
            Metadata = random.Next(2) == 0 ? Metadata.Empty : Metadata.FromTrusted(JsonSerializer.Serialize(new { text = Pick(random), n = 1.5 })),
            Raw = random.Next(2) == 0 ? null : RawMessage.FromTrusted("\"raw\""),
            LinksBefore = random.Next(5),
        };

    private static string Pick(Random random) => Texts[random.Next(Texts.Length)];

    private Task<string> DumpAsync(ChannelId channel) => factory.QueryAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var lines = new List<string>();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var where = table == "StoredAnswers" ? "\"MessageId\" IN (SELECT \"Id\" FROM \"Messages\" WHERE \"ChannelId\" = @id)" : "\"ChannelId\" = @id";
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE {where} ORDER BY rowid";
            AddId(command, channel);
            lines.AddRange(await ReadAsync(command, table));
        }
        await using var counters = db.Database.GetDbConnection().CreateCommand();
        counters.CommandText = "SELECT \"MessageCount\", \"LastStamp\", \"Revision\" FROM \"Channels\" WHERE \"Id\" = @id";
        AddId(counters, channel);
        lines.AddRange(await ReadAsync(counters, "Channels"));
        return WithNumberedIds(string.Join('\n', lines));
    });

    private static void AddId(DbCommand command, ChannelId channel)
    {
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", channel.Value);
        command.Parameters.Add(id);
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(DbCommand command, string table)
    {
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add($"{table}: " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Sequence")
                .Select(i => $"{reader.GetName(i)}={reader.GetValue(i).GetType().Name}:{reader.GetValue(i)}")));
        return lines;
    }

    /// <summary>Ids are new each time, so is the hash under which an answer lies.</summary>
    private static string WithNumberedIds(string text)
    {
        var numbers = new Dictionary<string, int>();
        return Ids().Replace(text, id => $"#{(numbers.TryAdd(id.Value, numbers.Count) ? numbers.Count - 1 : numbers[id.Value])}");
    }

    [GeneratedRegex("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-9a-f]{64}")]
    private static partial Regex Ids();
}
