using Eliza.Benchmarks.Common;

namespace Eliza.Benchmarks.History;

/// <summary>What to measure, and how much of it.</summary>
/// <param name="Least">How many messages the smallest channel holds, to which the others are compared.</param>
/// <param name="Middle">How many the next holds.</param>
/// <param name="Most">How many the largest holds.</param>
/// <param name="Connections">How many at once.</param>
/// <param name="Rounds">How often everything is measured; a figure is the median of that.</param>
/// <param name="Slice">How long each measurement takes.</param>
/// <param name="WarmUp">How many requests for each kind of page come before.</param>
/// <param name="Server">The server's Eliza.WebApi.dll; null for the one that was built along.</param>
internal sealed record Options(
    int Least, int Middle, int Most, IReadOnlyList<int> Connections, int Rounds, TimeSpan Slice, int WarmUp, string? Server)
{
    /// <exception cref="ArgumentException">A word that is none of ours, or a number that is none.</exception>
    public static Options Parse(string[] args)
    {
        var given = new Arguments(args);
        var options = new Options(
            given.Number("--least", 1_000),
            given.Number("--middle", 100_000),
            given.Number("--most", 5_000_000),
            given.Numbers("--connections", "1,32"),
            given.Number("--rounds", 3),
            TimeSpan.FromSeconds(given.Number("--seconds", 3)),
            given.Number("--warm-up", 5_000),
            given.Word("--server"));
        given.ThrowIfAnyIsLeft();
        return options.Least >= StoredHistory.MinMessages ? options : throw new ArgumentException($"--least wants at least {StoredHistory.MinMessages}.");
    }
}
