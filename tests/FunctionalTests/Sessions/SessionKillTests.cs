using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Sessions outlive the process: what was acknowledged of them is true after a kill, and their time goes on meanwhile.</summary>
[Trait("Database", "Sqlite")]
public sealed partial class SessionKillTests
{
    private const int Rounds = 6;
    private const int Callers = 4;
    private const string Key = "kill-test-key-of-32-characters-or-more";

    /// <summary>Sessions may be as short as six seconds, and warnings come at none of their times.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Auth__BootstrapApiKey"] = Key,
        ["Logging__LogLevel__Default"] = "Information",
        ["RateLimiting__ServicePerMinute"] = "1000000",
        ["Sessions__MinTimeoutMinutes"] = "0.1",
        ["Sessions__WarningThresholdMinutes"] = "0",
    };

    /// <summary>What a server last answered of each session.</summary>
    private readonly ConcurrentDictionary<Guid, JsonElement> _acknowledged = new();

    [Fact]
    public async Task Kill_WhileHeartbeatsRun_LosesNothingThatWasAcknowledged()
    {
        using var folder = new TemporaryFolder();
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            foreach (var (session, before) in _acknowledged) ShouldHaveKept((await server.CreateApi(Key).ReadAsync(session)).ShouldBe(200).Json, before);

            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var callers = Enumerable.Range(0, Callers).Select(_ => KeepAliveUntilKilledAsync(server.CreateApi(Key), enough)).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await Task.WhenAll(callers);
        }

        await using var last = await ServerProcess.StartAsync(folder.Path, Settings);
        _acknowledged.Count.ShouldBeGreaterThan(Rounds);
        foreach (var (session, before) in _acknowledged) ShouldHaveKept((await last.CreateApi(Key).ReadAsync(session)).ShouldBe(200).Json, before);
    }

    [Fact]
    public async Task Session_WhoseTimePassedWhileTheServerWasDown_IsGoneAndToldOnce()
    {
        using var folder = new TemporaryFolder();
        var dying = new List<JsonElement>();
        Guid living;
        await using (var server = await ServerProcess.StartAsync(folder.Path, Settings))
        {
            var api = server.CreateApi(Key);
            for (var i = 0; i < 5; i++) dying.Add(await api.OpenAsync(timeoutConfig: new { timeoutMinutes = 0.1 }));
            living = await api.OpenIdAsync();
            await server.KillAsync();
        }
        var ends = dying.Max(session => session.Time("expiresAt"));
        while (DateTimeOffset.UtcNow < ends) await Task.Delay(ends - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);

        // What the second start finds it does not tell again; each has an end of its own to tell.
        foreach (var told in new[] { dying.Count + 1, 1 })
        {
            await using var server = await ServerProcess.StartAsync(folder.Path, Settings);
            var api = server.CreateApi(Key);
            await api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 0.1 });
            foreach (var session in dying)
            {
                (await api.ReadAsync(session.Id())).ShouldBeGone(session.Id());
                (await api.BeatAsync(session.Id())).ShouldBeGone(session.Id());
            }
            (await api.BeatAsync(living)).ShouldBe(200);

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            while (EndsToldBy(server) < told) await again.WaitForNextTickAsync(patience.Token);
            (await server.TerminateAsync()).ShouldBe(0);
            EndsToldBy(server).ShouldBe(told);
        }
    }

    /// <summary>Opens sessions and keeps the newest of them alive; each answer may be the last.</summary>
    private async Task KeepAliveUntilKilledAsync(Api api, TaskCompletionSource enough)
    {
        try
        {
            while (true)
            {
                var session = await api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30 });
                _acknowledged[session.Id()] = session;
                for (var beat = 1; beat <= 10; beat++)
                {
                    _acknowledged[session.Id()] = (await api.BeatAsync(session.Id())).ShouldBe(200).Json;
                    if (_acknowledged.Count > Callers && beat == 7) enough.TrySetResult();
                }
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
        }
    }

    private static void ShouldHaveKept(JsonElement now, JsonElement acknowledged)
    {
        now.Renewals().ShouldBeInRange(acknowledged.Renewals(), acknowledged.Renewals() + 1);
        now.Time("expiresAt").ShouldBeGreaterThanOrEqualTo(acknowledged.Time("expiresAt"));
        now.Time("createdAt").ShouldBe(acknowledged.Time("createdAt"));
        now.Channel().ShouldBe(acknowledged.Channel());
    }

    /// <summary>By what the sweeper says in the log.</summary>
    private static int EndsToldBy(ServerProcess server) => Swept().Matches(server.Output).Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"Sessions: (\d+) expired")]
    private static partial Regex Swept();
}
