using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Messages into public channels without agents, beside what is possible at most and what one writes first.</summary>
internal sealed class SubmitScenario : IScenario
{
    public async Task RunAsync(Options options, Goals goals)
    {
        await using var server = await BenchedServer.StartAsync(options.Server, isProbed: true);
        await using var ceiling = options.HasBaselines ? await Baseline.StartAsync("ceiling") : null;
        await using var naive = options.HasBaselines ? await Baseline.StartAsync("naive") : null;
        using var api = new ApiClient(server);
        var channels = new Targets(await api.CreateChannelsAsync("load", options.Channels.Max()));

        await Measurement.WarmUpAsync(server.Process, Submissions.ToServer, channels, options.WarmUp);
        foreach (var baseline in (Baseline?[])[ceiling, naive])
            if (baseline is not null) await Measurement.WarmUpAsync(baseline.Process, Submissions.ToBaseline, channels, options.WarmUp);

        var rows = options.Connections.Select(connections => new SubmitRows(server, ceiling, naive, channels, options.Channels, connections)).ToList();
        await Measurement.RunAsync("submit: a message of 400 bytes into a channel", options.Rounds, options.Slice, [.. rows.SelectMany(row => row.All)]);
        if (options.HasBaselines) SubmitRows.PrintRatios(rows);
        foreach (var row in rows) row.Judge(goals);
    }
}
