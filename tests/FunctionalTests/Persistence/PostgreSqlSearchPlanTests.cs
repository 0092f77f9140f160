using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Messages;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How PostgreSQL means to search among very many messages.</summary>
[Trait("Database", "PostgreSql")]
public sealed class PostgreSqlSearchPlanTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const int Many = 30_000;
    private const long Oldest = Many - 999;

    private static readonly ActorId Ada = ActorId.From("ada");
    private static readonly SearchCriteria All = new(null, null, null, null, null, null, 50, 0);

    [Fact]
    public async Task Search_WithoutChannel_ReadsTheNewestMessagesAlone()
    {
        TestDatabase.SkipUnlessPostgreSql();
        await FillAsync();

        foreach (var criteria in new[]
        {
            All with { From = DateTimeOffset.UnixEpoch }, All with { To = DateTimeOffset.UnixEpoch, Reader = Ada }, All with { Author = Ada, Reader = Ada },
            All with { Words = SearchText.Create("everywhere ").Value, Reader = Ada },
        })
        {
            var plan = await PlanAsync(db => MessageSearch.Found(db, new PostgreSqlSearch(), criteria, Oldest));
            plan.ShouldContain($"\"Sequence\" >= '{Oldest}'", customMessage: plan);
            plan.ShouldNotContain("Seq Scan on \"Messages\"", customMessage: plan);
        }
        var times = await PlanAsync(db => MessageSearch.Found(db, new PostgreSqlSearch(), All with { To = DateTimeOffset.UnixEpoch, Reader = Ada }, Oldest));
        times.ShouldContain("using \"PK_Messages\"", customMessage: times);
        var oldest = await PlanAsync(db => MessageSearch.Oldest(db, new PostgreSqlSearch(), All with { Author = Ada }, 1000));
        oldest.ShouldContain("Index Only Scan Backward using \"PK_Messages\"", customMessage: oldest);
    }

    [Fact]
    public async Task Search_InAChannel_ReadsARangeOfItsIndex()
    {
        TestDatabase.SkipUnlessPostgreSql();
        var channel = await FillAsync();

        var spans = await PlanAsync(db => MessageSearch.Page(db, new PostgreSqlSearch(), All with { Channel = channel, From = At(20_000), To = At(20_100) }));
        spans.ShouldContain("using \"UX_Messages_ChannelId_Stamp\"", customMessage: spans);
        spans.ShouldContain("\"Stamp\" < ", customMessage: spans);
        var words = await PlanAsync(db => MessageSearch.Oldest(db, new PostgreSqlSearch(), All with { Channel = channel, Words = SearchText.Create("everywhere ").Value, Reader = Ada }, 1000));
        words.ShouldContain("Index Scan Backward using \"UX_Messages_ChannelId_Stamp\"", customMessage: words);
        words.ShouldNotContain("Sort", customMessage: words);
        var authors = await PlanAsync(db => MessageSearch.Page(db, new PostgreSqlSearch(), All with { Channel = channel, Author = Ada, To = At(10_000) }));
        authors.ShouldContain("\"Sequence\" <= ", customMessage: authors);
        authors.ShouldContain("Index Cond: ((\"ChannelId\"", customMessage: authors);
        authors.ShouldNotContain("Seq Scan on \"Messages\"", customMessage: authors);
    }

    /// <summary>Messages a minute apart.</summary>
    private static DateTimeOffset At(long place) => DateTimeOffset.UnixEpoch.AddMinutes(place);

    /// <summary>Fills a channel by the database's own hand, if it is not yet: each message holds the word <c>everywhere</c>.</summary>
    private async Task<ChannelId> FillAsync() => await factory.QueryAsync(async db =>
    {
        if (await db.Messages.Select(message => message.ChannelId).FirstOrDefaultAsync() is { Value: var there } && there != Guid.Empty) return new ChannelId(there);
        var channel = await factory.Api.CreateOpenAsync();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Messages" ("Sequence", "Id", "Stamp", "ChannelId", "Author", "AuthorKind", "Content", "SourceType", "Mentions", "Attachments", "Metadata", "Links", "CreatedAt", "Words")
            SELECT i, gen_random_uuid(), i * 60000, {channel}, CASE i % 100 WHEN 0 THEN 'ada' ELSE 'bob' END, 1, 'everywhere', 'api', '[]', '[]', CAST(json_build_object() AS text), 0, i * 60000, 'everywhere'
            FROM generate_series(CAST(1 AS bigint), {Many}) i
            """);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return new ChannelId(channel);
    });

    private Task<string> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => factory.QueryAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query(db).CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(0));
        return string.Join('\n', steps);
    });
}
