using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Messages in sessions with an agent that runs elsewhere: each stores a run for it, nobody waits for the reply.</summary>
internal sealed class SessionScenario : IScenario
{
    private const int Connections = 32;
    private const int Sessions = 100;

    private static readonly RequestTemplate Message = RequestTemplate.Post("/api/messaging/sessions/{target}/messages", """
        {"content":"Good morning! I have read the notes of yesterday's meeting, and wonder whether we should move the release by a week: two of the reports came late, and nobody has had the time to look at the figures yet.","metadata":{"client":"load","lang":"en"}}
        """);

    public async Task RunAsync(Options options, Goals goals)
    {
        await using var server = await BenchedServer.StartAsync(options.Server, isProbed: true);
        using var api = new ApiClient(server);
        var agent = await api.CreateRemoteAgentAsync("Far");
        var sessions = new List<Guid>();
        for (var i = 0; i < Sessions; i++) sessions.Add(await api.OpenSessionAsync(agent, Guid.NewGuid()));

        var targets = new Targets(sessions);
        await Measurement.WarmUpAsync(server.Process, Message, targets, options.WarmUp);
        await Measurement.RunAsync("session: a message in one of 100 sessions", options.Rounds, options.Slice, [new Measurement("server", server.Process, Message, targets, Connections)]);
    }
}
