using System.Diagnostics;
using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>From the start of the process, on a database that is there, to the first 200 of its health.</summary>
internal sealed class StartScenario : IScenario
{
    private const int Starts = 5;
    private const double MostSeconds = 2;

    public async Task RunAsync(Options options, Goals goals)
    {
        await using var server = await BenchedServer.StartAsync(options.Server);
        var seconds = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await server.StopAsync();
            var clock = Stopwatch.StartNew();
            await server.StartAgainAsync();
            using var api = new ApiClient(server);
            await api.WaitUntilHealthyAsync();
            seconds.Add(clock.Elapsed.TotalSeconds);
        }
        var middle = Median.Of(seconds, time => time);
        Table.Begin($"start: to the first 200 of GET /health, {Starts} times", "median s", "least s", "greatest s", "RSS MB");
        Table.Row($"{middle:0.00}", $"{seconds.Min():0.00}", $"{seconds.Max():0.00}", $"{server.Process.ResidentMegabytes}");
        goals.Add($"start: to the first 200 of GET /health < {MostSeconds} s", $"{middle:0.00} s", middle < MostSeconds);
    }
}
