using System.Collections.Concurrent;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>A server behind a load balancer is asked to stop while many write: nobody is refused, and nothing is lost.</summary>
public sealed class DrainTests
{
    private const int Clients = 16;

    [Fact]
    public async Task Terminate_UnderLoadWithADrainPeriod_ServesUntilItIsOverAndLosesNothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("2"));
        var api = server.CreateApi(ApiFactory.Key);
        var channel = await api.CreateChannelAsync("drain", withEliza: true);
        (await ProbeAsync(server, "/health/ready")).ShouldBe(200);
        var answers = new ConcurrentQueue<Answer>();
        var clients = Enumerable.Range(0, Clients).Select(_ => SubmitUntilNobodyListensAsync(server.CreateApi(ApiFactory.Key), channel, answers)).ToList();
        await UntilAsync(() => answers.Count > 50);

        await server.SignalAsync("TERM");
        await NotReadyAsync(server);
        var before = answers.Count;
        (await ProbeAsync(server, "/health/live")).ShouldBe(200);
        await UntilAsync(() => answers.Count > before + Clients);

        (await server.WaitForExitAsync()).ShouldBe(0, server.Output);
        await Task.WhenAll(clients);
        answers.ShouldAllBe(answer => answer.Status == 201);
        answers.Skip(before + Clients).ShouldAllBe(answer => answer.Headers.ContainsKey("Connection") && answer.Headers["Connection"] == "close");
        await using var next = await ServerProcess.StartAsync(folder.Path, Settings("0"));
        await ShouldHoldAsync(next.CreateApi(ApiFactory.Key), channel, [.. answers.Select(answer => answer.Data.GetProperty("id").GetGuid())]);
    }

    [Fact]
    public async Task Terminate_Twice_EndsTheDrainAtOnce()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("600"));

        await server.SignalAsync("TERM");
        await NotReadyAsync(server);
        (await server.TerminateAsync()).ShouldBe(0, server.Output);
    }

    [Fact]
    public async Task Stop_ByAnAdminMoreThanOnce_DrainsAndIsHurriedByASignalAlone()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("600"));
        var api = server.CreateApi(ApiFactory.Key);

        (await api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);
        await NotReadyAsync(server);
        var again = (await api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);

        again.Headers["Connection"].ShouldBe("close");
        (await api.GetAsync("/api/agents")).ShouldBe(200);
        await server.SignalAsync("INT");
        (await server.WaitForExitAsync()).ShouldBe(0, server.Output);
    }

    private static Dictionary<string, string> Settings(string drainSeconds) => new()
    {
        ["Auth__BootstrapApiKey"] = ApiFactory.Key,
        ["RateLimiting__ServicePerMinute"] = "1000000",
        ["Shutdown__DrainSeconds"] = drainSeconds,
    };

    /// <summary>As load balancers ask: without a credential.</summary>
    private static async Task<Answer> ProbeAsync(ServerProcess server, string path)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        return await new Api(client).GetAsync(path);
    }

    /// <summary>A signal takes its moment.</summary>
    private static async Task NotReadyAsync(ServerProcess server)
    {
        Answer? answer = null;
        await UntilAsync(async () => (answer = await ProbeAsync(server, "/health/ready")).Status != 200);
        answer!.ShouldBeError(503, "SERVICE_UNAVAILABLE").Text.ShouldContain("draining");
    }

    private static async Task SubmitUntilNobodyListensAsync(Api api, Guid channel, ConcurrentQueue<Answer> answers)
    {
        try
        {
            while (true) answers.Enqueue(await api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "My mother is like me" }));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // Nobody listens any more: a load balancer would ask another node.
        }
    }

    private static async Task ShouldHoldAsync(Api api, Guid channel, IReadOnlyCollection<Guid> acknowledged)
    {
        var stored = new HashSet<Guid>();
        var query = "limit=100&after=0";
        while (await api.HistoryAsync(channel, query) is { Count: > 0 } page)
        {
            stored.UnionWith(page.Select(message => message.GetProperty("id").GetGuid()));
            query = $"limit=100&after={page[^1].GetProperty("id").GetGuid()}";
        }
        acknowledged.Except(stored).ShouldBeEmpty();
    }

    private static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await again.WaitForNextTickAsync(patience.Token);
    }
}
