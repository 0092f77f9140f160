using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>What was acknowledged survives the process, and every message to Eliza gets exactly one answer.</summary>
[Trait("Database", "Sqlite")]
public sealed class KillTests
{
    private const int Rounds = 20;
    private const int Channels = 4;
    private const string Key = "kill-test-key-of-32-characters-or-more";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Auth__BootstrapApiKey"] = Key,
        ["Logging__LogLevel__Default"] = "Warning",
        ["RateLimiting__ServicePerMinute"] = "1000000",
    };

    [Fact]
    public async Task Kill_AtRandomMomentsUnderAStreamOfSubmits_LosesNothingAndAnswersOnce()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1966);
        var acknowledged = new AcknowledgedMessages();
        IReadOnlyList<Guid> channels = [];

        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            if (round == 0) channels = await CreateChannelsAsync(server.CreateApi(Key));

            using var stop = new CancellationTokenSource();
            var streams = channels.Select(channel => SubmitUntilKilledAsync(server.CreateApi(Key), channel, acknowledged, stop.Token)).ToList();
            await acknowledged.WaitForMoreAsync(random.Next(1, 60));
            await server.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(streams);
        }

        await using var last = await ServerProcess.StartAsync(folder.Path, Settings);
        acknowledged.Count.ShouldBeGreaterThan(Rounds);
        foreach (var channel in channels) await ShouldBeWholeAsync(last.CreateApi(Key), channel, acknowledged);
    }

    [Fact]
    public async Task Terminate_UnderAStreamOfSubmits_DrainsAndExitsWithZero()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new AcknowledgedMessages();
        IReadOnlyList<Guid> channels;
        await using (var server = await ServerProcess.StartAsync(folder.Path, Settings))
        {
            channels = await CreateChannelsAsync(server.CreateApi(Key));
            using var stop = new CancellationTokenSource();
            var streams = channels.Select(channel => SubmitUntilKilledAsync(server.CreateApi(Key), channel, acknowledged, stop.Token)).ToList();
            await acknowledged.WaitForMoreAsync(50);

            (await server.TerminateAsync()).ShouldBe(0);
            await stop.CancelAsync();
            await Task.WhenAll(streams);
            server.Output.ShouldNotContain("fail:");
        }

        await using var next = await ServerProcess.StartAsync(folder.Path, Settings);
        foreach (var channel in channels) await ShouldBeWholeAsync(next.CreateApi(Key), channel, acknowledged);
    }

    private static async Task<IReadOnlyList<Guid>> CreateChannelsAsync(Api api)
    {
        var channels = new List<Guid>();
        for (var i = 0; i < Channels; i++) channels.Add(await api.CreateChannelAsync($"kill-{i}", withEliza: true));
        return channels;
    }

    private static async Task SubmitUntilKilledAsync(Api api, Guid channel, AcknowledgedMessages acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var answer = await api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "My mother is like me" });
                if (answer.Status == 201) acknowledged.Add(answer.Data.GetProperty("id").GetGuid(), channel);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    /// <summary>Waits until every message of a person is answered, then looks whether each is, once, in order.</summary>
    private static async Task ShouldBeWholeAsync(Api api, Guid channel, AcknowledgedMessages acknowledged)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        List<Guid> asked, answered;
        do
        {
            var history = await ReadAllAsync(api, channel);
            asked = [.. history.Where(IsByPerson).Select(message => message.GetProperty("id").GetGuid())];
            answered = [.. history.Where(message => !IsByPerson(message)).Select(message => message.GetProperty("inReplyToMessageId").GetGuid())];
        }
        while (answered.Count < asked.Count && await again.WaitForNextTickAsync(patience.Token));

        answered.ShouldBe(asked);
        acknowledged.In(channel).Except(asked).ShouldBeEmpty();
        var total = (await api.GetAsync($"/api/messaging/channels/{channel}/messages?limit=1")).Data.GetProperty("pagination").GetProperty("total").GetInt64();
        total.ShouldBe(asked.Count + answered.Count);
    }

    private static async Task<List<JsonElement>> ReadAllAsync(Api api, Guid channel)
    {
        var all = new List<JsonElement>();
        var query = "limit=100&after=0";
        while (await api.HistoryAsync(channel, query) is { Count: > 0 } page)
        {
            all.AddRange(page);
            query = $"limit=100&after={page[^1].GetProperty("id").GetGuid()}";
        }
        return all;
    }

    private static bool IsByPerson(JsonElement message) => message.GetProperty("userId").ValueKind is JsonValueKind.String;
}
