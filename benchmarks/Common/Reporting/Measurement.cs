using Eliza.Benchmarks.Common.Loading;

namespace Eliza.Benchmarks.Common.Reporting;

/// <summary>One row of a table: what is asked, of which server, over how many connections.</summary>
internal sealed class Measurement(string name, BenchedProcess server, RequestTemplate template, Targets targets, int connections)
{
    private static readonly string[] Columns =
        ["", "connections", "requests/s", "p50 ms", "p95 ms", "p99 ms", "server µs/request", "allocated KB/request", "RSS MB", "failed", "load µs/request"];

    private readonly List<Slice> _rounds = [];

    public IReadOnlyList<Slice> Rounds => _rounds;

    public Slice Middle => Slice.MedianOf(_rounds);

    /// <summary>Measures all in turns, as often as there are rounds, and prints them.</summary>
    public static async Task RunAsync(string title, int rounds, TimeSpan slice, IReadOnlyList<Measurement> measurements)
    {
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var measurement in measurements) await measurement.MeasureAsync(round, slice);
        }
        Table.Begin(title, Columns);
        foreach (var measurement in measurements) measurement.Print();
    }

    /// <summary>What happens only to the first requests, such as compiling, is not to be measured.</summary>
    public static Task WarmUpAsync(BenchedProcess server, RequestTemplate template, Targets targets, int requests) =>
        new LoadRun(server, template, targets).SendAsync(requests, connections: 32);

    private async Task MeasureAsync(int round, TimeSpan duration)
    {
        var slice = await new LoadRun(server, template, targets).MeasureAsync(connections, duration);
        _rounds.Add(slice);
        await Console.Error.WriteLineAsync($"round {round}: {name}, {connections} connections: {slice.Rate:0}/s, p50 {slice.P50:0.00} ms, p99 {slice.P99:0.0} ms");
    }

    private void Print()
    {
        var middle = Middle;
        Table.Row(
            name,
            $"{connections}",
            $"{middle.Rate:0}",
            $"{middle.P50:0.00}",
            $"{middle.P95:0.00}",
            $"{middle.P99:0.0}",
            $"{middle.ServerMicroseconds:0}",
            middle.AllocatedBytes is { } bytes ? $"{bytes / 1024:0.0}" : "–",
            $"{server.ResidentMegabytes}",
            $"{middle.Failed:0}",
            $"{middle.OwnMicroseconds:0}");
    }
}
