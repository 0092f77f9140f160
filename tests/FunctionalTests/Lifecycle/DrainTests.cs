using System.Collections.Concurrent;
using System.Diagnostics;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>A server behind a load balancer is asked to stop while many write: nobody is refused, and nothing is lost.</summary>
public sealed class DrainTests
{
    private const int Clients = 16;

    [Fact]
    public async Task Terminate_UnderLoadWithADrainPeriod_ServesUntilItEndsAndLosesNothing()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("600"));
        var api = server.CreateApi(ApiFactory.Key);
        var channel = await api.CreateChannelAsync("drain", withEliza: true);
        (await ProbeAsync(server, "/health/ready")).ShouldBe(200);
        var (before, meanwhile) = (new ConcurrentQueue<Answer>(), new ConcurrentQueue<Answer>());
        var answers = before;
        var clients = Enumerable.Range(0, Clients)
            .Select(_ => SubmitUntilNobodyListensAsync(server.CreateApi(ApiFactory.Key), channel, () => Volatile.Read(ref answers))).ToList();
        await UntilAsync(() => before.Count > 50);

        await server.SignalAsync("TERM");
        await NotReadyAsync(server);
        Volatile.Write(ref answers, meanwhile);
        (await ProbeAsync(server, "/health/live")).ShouldBe(200);
        await UntilAsync(() => meanwhile.Count > 50);

        (await server.TerminateAsync()).ShouldBe(0, server.Output);
        await Task.WhenAll(clients);
        meanwhile.ShouldAllBe(answer => answer.Headers.GetValueOrDefault("Connection") == "close");
        Answer[] all = [.. before, .. meanwhile];
        all.Where(answer => answer.Status != 201).ShouldBeEmpty();
        await using var next = await ServerProcess.StartAsync(folder.Path, Settings("0"));
        await ShouldHoldAsync(next.CreateApi(ApiFactory.Key), channel, [.. all.Select(answer => answer.Data.GetProperty("id").GetGuid())]);
    }

    [Fact]
    public async Task Terminate_WithADrainPeriod_EndsWhenItIsOver()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("1"));
        var started = Stopwatch.GetTimestamp();

        (await server.TerminateAsync()).ShouldBe(0, server.Output);

        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Stop_ByAnAdminMoreThanOnce_DrainsAndIsHurriedByASecondSignalAlone()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("600"));
        var api = server.CreateApi(ApiFactory.Key);

        (await api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);
        await NotReadyAsync(server);
        var again = (await api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);

        again.Headers["Connection"].ShouldBe("close");
        (await api.GetAsync("/api/agents")).ShouldBe(200);
        await server.SignalAsync("TERM");
        for (var i = 0; i < 20; i++) (await api.GetAsync("/api/agents")).ShouldBe(200);
        await server.SignalAsync("TERM");
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

    /// <summary>Each answer goes where it is to go at the moment at which it is asked for.</summary>
    private static async Task SubmitUntilNobodyListensAsync(Api api, Guid channel, Func<ConcurrentQueue<Answer>> answers)
    {
        try
        {
            while (true) answers().Enqueue(await api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "My mother is like me" }));
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
