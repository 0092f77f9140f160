using System.Diagnostics;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>What one stretch of load came to. Where nothing went well there are no times: they are NaN, which reaches no goal.</summary>
/// <param name="Rate">Requests a second that went well.</param>
/// <param name="P50">Half of them took no longer, in milliseconds.</param>
/// <param name="P95">95 % of them took no longer, in milliseconds.</param>
/// <param name="P99">99 % of them took no longer, in milliseconds.</param>
/// <param name="ServerMicroseconds">The server's time on the processor for each.</param>
/// <param name="OwnMicroseconds">This program's.</param>
/// <param name="AllocatedBytes">What the server allocated for each.</param>
/// <param name="Failed">How many went otherwise.</param>
internal sealed record Slice(
    double Rate, double P50, double P95, double P99, double ServerMicroseconds, double OwnMicroseconds, double? AllocatedBytes, double Failed)
{
    public static Slice Of(IEnumerable<Tally> tallies, Usage before, Usage after)
    {
        var all = tallies.ToList();
        long[] times = [.. all.SelectMany(tally => tally.Times).Order()];
        return new Slice(
            times.Length / Stopwatch.GetElapsedTime(before.At, after.At).TotalSeconds,
            At(times, 0.50),
            At(times, 0.95),
            At(times, 0.99),
            (after.Server - before.Server).TotalMicroseconds / times.Length,
            (after.Own - before.Own).TotalMicroseconds / times.Length,
            (after.Allocated - before.Allocated) / (double)times.Length,
            all.Sum(tally => tally.Failed));
    }

    /// <summary>Of each figure the median.</summary>
    public static Slice MedianOf(IReadOnlyList<Slice> slices) => new(
        Median.Of(slices, slice => slice.Rate),
        Median.Of(slices, slice => slice.P50),
        Median.Of(slices, slice => slice.P95),
        Median.Of(slices, slice => slice.P99),
        Median.Of(slices, slice => slice.ServerMicroseconds),
        Median.Of(slices, slice => slice.OwnMicroseconds),
        slices[0].AllocatedBytes is null ? null : Median.Of(slices, slice => slice.AllocatedBytes!.Value),
        slices.Sum(slice => slice.Failed));

    private static double At(long[] ordered, double share) =>
        ordered.Length == 0 ? double.NaN : ordered[(int)(share * (ordered.Length - 1))] * 1000.0 / Stopwatch.Frequency;
}
