using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>What is measured with one number of connections: the server, once for each number of channels, and the baselines.</summary>
internal sealed class SubmitRows
{
    private const double LeastOfCeiling = 0.45;
    private const double LeastOfNaive = 2.5;
    private const double MostOfNaivesTime = 1.5;
    private const double MostMilliseconds = 50;

    private readonly int _connections;
    private readonly IReadOnlyList<(string Channels, Measurement Measurement)> _server;
    private readonly Measurement? _ceiling;
    private readonly Measurement? _naive;

    public SubmitRows(BenchedServer server, Baseline? ceiling, Baseline? naive, Targets channels, IReadOnlyList<int> counts, int connections)
    {
        _connections = connections;
        _server = [.. counts.Select(count => (NameOf(count), OfServer(count)))];
        _ceiling = Of(ceiling, "ceiling");
        _naive = Of(naive, "naive");

        Measurement OfServer(int count) =>
            new($"server, {NameOf(count)}", server.Process, Submissions.ToServer, channels.First(count), connections);

        Measurement? Of(Baseline? baseline, string name) =>
            baseline is null ? null : new Measurement(name, baseline.Process, Submissions.ToBaseline, channels, connections);
    }

    public IEnumerable<Measurement> All => ((Measurement?[])[.. _server.Select(row => row.Measurement), _ceiling, _naive]).OfType<Measurement>();

    public static void PrintRatios(IEnumerable<SubmitRows> all)
    {
        Table.Begin(
            "submit: the server's part of the baselines, in the median of the rounds (least–greatest)",
            "", "connections", "requests/s of ceiling", "requests/s of naive", "p50 of naive");
        foreach (var rows in all)
        {
            foreach (var (channels, row) in rows._server)
                Table.Row(channels, $"{rows._connections}", $"{Rate(row, rows._ceiling!)}", $"{Rate(row, rows._naive!)}", $"{Middle(row, rows._naive!)}");
        }
    }

    /// <summary>The goals are for 1 and for 128 connections.</summary>
    public void Judge(Goals goals)
    {
        foreach (var (channels, row) in _server)
        {
            var what = $"submit@{_connections}, {channels}";
            if (_connections == 128)
            {
                if (_ceiling is not null) AtLeast(goals, $"{what}: requests/s, of ceiling's", LeastOfCeiling, Rate(row, _ceiling));
                if (_naive is not null) AtLeast(goals, $"{what}: requests/s, of naive's", LeastOfNaive, Rate(row, _naive));
                goals.Add($"{what}: p99 < {MostMilliseconds} ms", $"{row.Middle.P99:0.0} ms", row.Middle.P99 < MostMilliseconds);
            }
            else if (_connections == 1 && _naive is not null)
            {
                var ratio = Middle(row, _naive);
                goals.Add($"{what}: p50, of naive's ≤ {MostOfNaivesTime}", $"{ratio}", ratio.Middle <= MostOfNaivesTime);
            }
        }
    }

    private static void AtLeast(Goals goals, string goal, double least, Ratio ratio) =>
        goals.Add($"{goal} ≥ {least}", $"{ratio}", ratio.Middle >= least);

    private static Ratio Rate(Measurement row, Measurement baseline) => Ratio.Of(row, baseline, slice => slice.Rate);

    private static Ratio Middle(Measurement row, Measurement baseline) => Ratio.Of(row, baseline, slice => slice.P50);

    private static string NameOf(int channels) => channels == 1 ? "1 channel" : $"{channels:N0} channels";
}
