using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>Listeners of a server that is stopped or killed, and comes back.</summary>
[Trait("Database", "Sqlite")]
public sealed class ReconnectedEventsTests
{
    private const string Key = "feed-test-key-of-32-characters-or-more";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Auth__BootstrapApiKey"] = Key,
        ["Logging__LogLevel__Default"] = "Warning",
        ["RateLimiting__ServicePerMinute"] = "1000000",
    };

    [Fact]
    public async Task Server_WhenStopped_EndsStreamsAtOnceAndGoesOnAfterItsStart()
    {
        using var folder = new TemporaryFolder();
        Guid channel;
        string known;
        await using (var server = await ServerProcess.StartAsync(folder.Path, Settings))
        {
            var api = server.CreateApi(Key);
            channel = await api.CreateChannelAsync("restart");
            using var listener = await EventListener.OpenAsync(api, channel);
            await api.SubmitAsync(channel, "before");
            await listener.NextAsync("messageBroadcast");
            await api.SubmitAsync(channel, "unheard");
            known = listener.LastId;

            var stopping = server.TerminateAsync();
            (await listener.RestAsync()).Count.ShouldBeLessThanOrEqualTo(1);

            // Far less than the time that open connections are given.
            (await stopping.WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken)).ShouldBe(0);
            server.Output.ShouldNotContain("fail:");
        }

        await using var next = await ServerProcess.StartAsync(folder.Path, Settings);
        var client = next.CreateApi(Key);
        using var again = await EventListener.OpenAsync(client, channel, known);
        await client.SubmitAsync(channel, "after");
        (await again.TakeAsync(2)).Select(told => told.Text("text")).ShouldBe(["unheard", "after"]);
    }

    [Fact]
    public async Task Listener_OfAServerThatIsKilledUnderLoad_HearsWhatWasCommittedOnceAndInOrder()
    {
        using var folder = new TemporaryFolder();
        var (channel, known) = (Guid.Empty, "0");
        var heard = new List<Guid>();

        for (var round = 0; round < 2; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            var api = server.CreateApi(Key);
            if (round == 0) channel = await api.CreateChannelAsync("killed");
            var posting = Enumerable.Range(0, 4).Select(_ => PostUntilKilledAsync(server.CreateApi(Key), channel)).ToList();
            known = await HearAsync(api, channel, known, heard, count: 40 + 17 * round);
            await server.KillAsync();
            await Task.WhenAll(posting);
        }

        await using var last = await ServerProcess.StartAsync(folder.Path, Settings);
        var client = last.CreateApi(Key);
        using var rest = await EventListener.OpenAsync(client, EventListener.PathOf(channel, $"?after={known}&once=true"));
        heard.AddRange((await rest.RestAsync()).Select(told => told.Guid("id")));
        using var whole = await EventListener.OpenAsync(client, EventListener.PathOf(channel, "?after=0&once=true"));
        heard.ShouldBe((await whole.RestAsync()).Select(told => told.Guid("id")));
        var total = (await client.GetAsync($"/api/messaging/channels/{channel}/messages?limit=1")).Data.GetProperty("pagination").GetProperty("total").GetInt64();
        total.ShouldBe(heard.Count);
    }

    private static async Task<string> HearAsync(Api api, Guid channel, string known, List<Guid> heard, int count)
    {
        using var listener = await EventListener.OpenAsync(api, channel, known);
        heard.AddRange((await listener.TakeAsync(count)).Select(told => told.Guid("id")));
        return listener.LastId;
    }

    private static async Task PostUntilKilledAsync(Api api, Guid channel)
    {
        try
        {
            while (true) await api.SubmitAsync(channel, "My mother is like me");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
        }
    }
}
