namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// Translates between the monotonic clock, by which this node's buckets fill, and the wall clock, which nodes have in common. Both are read
/// once: what goes there and back again is what it was, but for less than a tick.
/// </summary>
internal sealed class CommonTime(TimeProvider time)
{
    private readonly Int128 _here = BucketTime.At(time.GetTimestamp());
    private readonly long _common = time.GetUtcNow().UtcTicks;

    /// <summary>What other nodes are told.</summary>
    public BucketReport Report(UntoldTake untold)
    {
        var latest = _common + BucketTime.MostDebt * untold.Key.Window.Ticks;
        return new BucketReport(untold.Key.Text, TicksOf(untold.Taken), Math.Min(_common + TicksOf(untold.FullAt - _here), latest), latest);
    }

    /// <summary>A moment of the wall clock as one of the monotonic clock.</summary>
    public Int128 ToHere(long moment) => _here + BucketTime.At((long)((Int128)(moment - _common) * time.TimestampFrequency / TimeSpan.TicksPerSecond));

    private long TicksOf(Int128 duration) => (long)((duration >> 64) * TimeSpan.TicksPerSecond / time.TimestampFrequency);
}
