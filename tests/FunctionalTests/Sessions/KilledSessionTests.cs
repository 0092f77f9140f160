using System.Collections.Concurrent;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Lifecycle;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What was acknowledged in a session survives the process, with the renewal that it was acknowledged with.</summary>
[Trait("Database", "Sqlite")]
public sealed class KilledSessionTests
{
    private const int Rounds = 5;
    private const string Key = "session-kill-key-of-32-characters-or-more";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Auth__BootstrapApiKey"] = Key,
        ["Logging__LogLevel__Default"] = "Warning",
        ["RateLimiting__ServicePerMinute"] = "1000000",
    };

    [Fact]
    public async Task Kill_AtRandomMomentsUnderAStreamOfMessages_LosesNoneAndNoRenewal()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1966);
        var acknowledged = new AcknowledgedMessages();
        var renewals = new ConcurrentBag<int>();
        var opened = default(JsonElement);

        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            if (round == 0) opened = (await server.CreateApi(Key).OpenAsync()).Clone();
            var streams = Enumerable.Range(0, 4).Select(_ => SendUntilKilledAsync(server.CreateApi(Key), opened, acknowledged, renewals)).ToList();
            await acknowledged.WaitForMoreAsync(random.Next(1, 20));
            await server.KillAsync();
            await Task.WhenAll(streams);
        }

        await using var last = await ServerProcess.StartAsync(folder.Path, Settings);
        var api = last.CreateApi(Key);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Rounds);
        renewals.ShouldBeUnique();
        var read = (await api.ReadAsync(opened.Id())).ShouldBe(200).Json;
        read.Renewals().ShouldBeGreaterThanOrEqualTo(renewals.Max());
        var (asked, answered) = await ReadAnsweredAsync(api, opened.Id());
        acknowledged.In(opened.Channel()).Except(asked).ShouldBeEmpty();
        (asked.Count, answered).ShouldBe((read.Renewals(), asked.Count));
    }

    private static async Task SendUntilKilledAsync(Api api, JsonElement session, AcknowledgedMessages acknowledged, ConcurrentBag<int> renewals)
    {
        while (true)
        {
            try
            {
                var answer = await api.TellAsync(session.Id(), new { content = "My mother is like me" });
                if (answer.Status != 201) continue;
                renewals.Add(answer.Json.GetProperty("sessionStatus").Renewals());
                acknowledged.Add(answer.Json.MessageId(), session.Channel());
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    /// <summary>The person's messages, and how many the agent's are once they are as many.</summary>
    private static async Task<(IReadOnlyCollection<Guid> Asked, int Answered)> ReadAnsweredAsync(Api api, Guid session)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var all = await ReadAllAsync(api, session);
            var asked = all.Where(message => !message.GetProperty("isAgent").GetBoolean()).Select(message => message.MessageId()).ToHashSet();
            if (all.Count >= 2 * asked.Count) return (asked, all.Count - asked.Count);
            await again.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<List<JsonElement>> ReadAllAsync(Api api, Guid session)
    {
        var all = new List<JsonElement>();
        var query = "limit=100";
        while (true)
        {
            var page = (await api.GetAsync($"{SessionTalk.MessagesOf(session)}?{query}")).ShouldBe(200).Json;
            all.AddRange(page.GetProperty("messages").EnumerateArray());
            if (!page.GetProperty("hasMore").GetBoolean()) return all;
            query = $"limit=100&before={page.GetProperty("cursors").GetProperty("before").GetInt64()}";
        }
    }
}
