using Eliza.Benchmarks.Common;

namespace Eliza.Benchmarks.Load;

/// <summary>What to measure, and how much of it.</summary>
/// <param name="Only">The scenarios.</param>
/// <param name="Connections">How many at once, one row each.</param>
/// <param name="Channels">Into how many channels, one row each.</param>
/// <param name="Rounds">How often everything is measured; a figure is the median of that.</param>
/// <param name="Slice">How long each measurement takes.</param>
/// <param name="WarmUp">How many requests come before.</param>
/// <param name="Messages">How many the memory is watched for.</param>
/// <param name="Sessions">How many are stored when heartbeats come.</param>
/// <param name="HasBaselines">Whether the baselines run beside the server.</param>
/// <param name="Server">The server's Eliza.WebApi.dll; null for one that is published for it.</param>
internal sealed record Options(
    IReadOnlyList<string> Only,
    IReadOnlyList<int> Connections,
    IReadOnlyList<int> Channels,
    int Rounds,
    TimeSpan Slice,
    int WarmUp,
    int Messages,
    int Sessions,
    bool HasBaselines,
    string? Server)
{
    /// <summary>For what is not counted by requests.</summary>
    public TimeSpan WarmUpTime => Slice * 3;

    /// <exception cref="ArgumentException">A word that is none of ours, or a number that is none.</exception>
    public static Options Parse(string[] args)
    {
        var given = new Arguments(args);
        var isQuick = given.Has("--quick");
        var options = new Options(
            given.Words("--only", "submit,session,heartbeat,eliza,start"),
            given.Numbers("--connections", "1,32,128"),
            given.Numbers("--channels", isQuick ? "1,50" : "1,1000"),
            given.Number("--rounds", isQuick ? 1 : 3),
            TimeSpan.FromSeconds(given.Number("--seconds", isQuick ? 1 : 6)),
            given.Number("--warm-up", isQuick ? 500 : 20_000),
            given.Number("--messages", isQuick ? 2_000 : 1_000_000),
            given.Number("--sessions", isQuick ? 5_000 : 1_000_000),
            !given.Has("--no-baselines"),
            given.Word("--server"));
        given.ThrowIfAnyIsLeft();
        return options;
    }
}
