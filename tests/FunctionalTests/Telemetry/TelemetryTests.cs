using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Telemetry;

/// <summary>What a collector is told: how the server fares, and nothing of what anybody said or is.</summary>
public sealed class TelemetryTests
{
    private static readonly string[] Metrics =
    [
        "eliza.commit.units", "eliza.commit.waiting", "eliza.runs.ended", "eliza.run.attempt.duration", "eliza.sessions.opened", "eliza.sessions.ended",
        "eliza.listeners", "eliza.ratelimit.refused", "http.server.request.duration", "kestrel.active_connections", "dotnet.gc.collections",
    ];

    private static readonly string[] Spans =
    [
        "POST /api/messaging/submit", "SubmitMessageCommand", "Commit", "AgentRun", "CompleteRunCommand", "GET /api/messaging/channels/{channelId}", "Channel.NotFound",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_OfWhatAServerDoes_TellsNamesAndNumbersAndNoSecret()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpReceiver.StartAsync(Token);
        var secrets = new UsedSecrets();
        secrets.Add(ApiFactory.Key);
        await using (var server = await ServerProcess.StartAsync(folder.Path, Settings(collector.Address)))
        {
            await UseAsync(server, secrets);
            await UntilAsync(() => Metrics.All(string.Concat(collector.Metrics).Contains) && Spans.All(string.Concat(collector.Traces).Contains));
            (await server.TerminateAsync()).ShouldBe(0, server.Output);
        }

        string.Concat(collector.Traces).ShouldContain("service.name");
        secrets.ShouldNotBeIn([.. collector.Metrics, .. collector.Traces]);
    }

    [Fact]
    public async Task Stop_WhenTheCollectorIsAway_DoesNotWaitForIt()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, Settings("http://127.0.0.1:1"));
        await server.CreateApi(ApiFactory.Key).CreateChannelAsync("nobody-listens");

        (await server.TerminateAsync()).ShouldBe(0, server.Output);
        server.Output.ShouldNotContain("fail:");
    }

    private static Dictionary<string, string> Settings(string endpoint) => new()
    {
        ["Auth__BootstrapApiKey"] = ApiFactory.Key,
        ["RateLimiting__IpPerHour"] = "1",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
    };

    /// <summary>A little of everything; whatever a client can write is a secret.</summary>
    private static async Task UseAsync(ServerProcess server, UsedSecrets secrets)
    {
        var api = server.CreateApi(ApiFactory.Key);
        api.Client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        foreach (var header in new[] { "tracestate", "baggage" }) api.Client.DefaultRequestHeaders.Add(header, $"vendor={secrets.Next(header)}");
        api.Client.DefaultRequestHeaders.UserAgent.ParseAdd(secrets.Next("agent"));

        var channel = await api.CreateChannelAsync(secrets.Next("channel"), withEliza: true);
        var said = new { channel_id = channel, author_id = secrets.Next("author"), content = secrets.Next("content") };
        (await api.PostAsync($"/api/messaging/submit?token={secrets.Next("query")}", said)).ShouldBe(201);
        (await api.GetAsync($"/api/messaging/channels/{secrets.Next("path")}?token={secrets.Next("query")}")).ShouldBe(404);
        (await api.GetAsync($"/{secrets.Next("nowhere")}")).ShouldBe(404);
        (await api.GetAsync($"/api/messaging/channels/{channel}/events?once=true")).ShouldBe(200);
        await server.CreateApi(secrets.Next("credential")).GetAsync("/api/agents");
        (await server.CreateApi(secrets.Next("credential")).GetAsync("/api/agents")).ShouldBe(429);

        var session = (await api.PostAsync("/api/messaging/sessions", new { agentId = Api.Eliza, userId = Guid.CreateVersion7() })).ShouldBe(201).Json.GetProperty("sessionId").GetGuid();
        (await api.DeleteAsync($"/api/messaging/sessions/{session}")).ShouldBe(200);
    }

    private static async Task UntilAsync(Func<bool> isHeard)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isHeard()) await again.WaitForNextTickAsync(patience.Token);
    }
}
