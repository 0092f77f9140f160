using System.Diagnostics;
using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Whether the server's memory grows with what it has been sent.</summary>
internal sealed class MemoryScenario : IScenario
{
    private const int Connections = 64;
    private const int MostWarmUps = 50_000;
    private const int MostGrowth = 50;

    public async Task RunAsync(Options options, Goals goals)
    {
        await using var server = await BenchedServer.StartAsync(options.Server);
        using var api = new ApiClient(server);
        var channels = new Targets(await api.CreateChannelsAsync("load", options.Channels.Max()));
        var atStart = server.Process.ResidentMegabytes;

        var warmUps = Math.Min(MostWarmUps, options.Messages);
        var failed = await new LoadRun(server.Process, Submissions.ToServer, channels).SendAsync(warmUps, Connections);
        var before = await server.Process.RestAsync();
        var clock = Stopwatch.StartNew();
        failed += await new LoadRun(server.Process, Submissions.ToServer, channels).SendAsync(options.Messages, Connections);
        var took = clock.Elapsed;
        var after = await server.Process.RestAsync();

        Table.Begin($"memory: {options.Messages:N0} messages over {Connections} connections", "", "");
        Table.Row("messages/s", $"{options.Messages / took.TotalSeconds:0}");
        Table.Row("failed", $"{failed}");
        Table.Row("RSS before the first message", $"{atStart} MB");
        Table.Row($"RSS after {warmUps:N0} messages", $"{before} MB");
        Table.Row("RSS at the end", $"{after} MB");
        Table.Row("growth", $"{after - before} MB");
        goals.Add($"memory: growth over {options.Messages:N0} messages < {MostGrowth} MB", $"{after - before} MB", after - before < MostGrowth);
    }
}
