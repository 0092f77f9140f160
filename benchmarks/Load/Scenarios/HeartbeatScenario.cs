using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Heartbeats of random sessions, beside the same on a server that has few.</summary>
internal sealed class HeartbeatScenario : IScenario
{
    private const int Connections = 32;
    private const int Few = 1_000;

    private static readonly RequestTemplate Heartbeat = RequestTemplate.Post("/api/messaging/sessions/{target}/heartbeat");

    public async Task RunAsync(Options options, Goals goals)
    {
        await using var few = await BenchedServer.StartAsync(options.Server, isProbed: true);
        await using var many = await BenchedServer.StartAsync(options.Server, isProbed: true);
        var ofFew = await RowAsync(few, Few, options);
        var ofMany = await RowAsync(many, options.Sessions, options);
        await Measurement.RunAsync("heartbeat: of a random session", options.Rounds, options.Slice, [ofFew, ofMany]);
        Console.WriteLine();
        Console.WriteLine($"Requests/s with {options.Sessions:N0} sessions, of those with {Few:N0}: {Ratio.Of(ofMany, ofFew, slice => slice.Rate)}");
    }

    private static async Task<Measurement> RowAsync(BenchedServer server, int count, Options options)
    {
        using (var api = new ApiClient(server)) await api.OpenSessionAsync(ApiClient.Eliza, Guid.NewGuid());
        await server.StopAsync();
        var sessions = new Targets(StoredSessions.Multiply(server.DatabaseFile, count));
        await server.StartAgainAsync(isProbed: true);
        await Measurement.WarmUpAsync(server.Process, Heartbeat, sessions, options.WarmUp);
        return new Measurement($"{count:N0} sessions stored", server.Process, Heartbeat, sessions, Connections);
    }
}
