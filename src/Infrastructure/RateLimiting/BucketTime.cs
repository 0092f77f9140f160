namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// The arithmetic of a bucket of which nothing is known but the moment at which it will be full again. Moments and
/// durations are in ticks of the monotonic clock, with 64 bits behind the point: what one request costs is rounded down
/// there, and what such roundings add up to stays far below the least that tells two decisions apart.
/// </summary>
internal readonly struct BucketTime
{
    /// <summary>
    /// So many windows a bucket's debt may be. By itself a node lets it grow to one; nodes together, before they have told each other, take
    /// more, and that is paid back: up to another window, so that nobody waits for ever.
    /// </summary>
    public const int MostDebt = 2;

    private readonly int _permits;
    private readonly Int128 _window;
    private readonly Int128 _cost;

    /// <param name="window">In how long an empty bucket is full again, in ticks.</param>
    /// <param name="permits">How many requests it holds when full.</param>
    public BucketTime(long window, int permits)
    {
        _permits = Math.Max(1, permits);
        _window = At(Math.Max(1, window));
        _cost = _window / _permits;
    }

    /// <summary>The clock's reading as a moment.</summary>
    public static Int128 At(long timestamp) => (Int128)timestamp << 64;

    /// <summary>Whole ticks, rounded up.</summary>
    public static long Ceiling(Int128 duration) => (long)((duration + ulong.MaxValue) >> 64);

    /// <summary>How long it takes until the bucket is full; never more than <see cref="MostDebt"/> windows.</summary>
    public Int128 DebtAt(Int128 now, Int128 fullAt) => Int128.Clamp(fullAt - now, Int128.Zero, MostDebt * _window);

    /// <summary>The debt when that many more are taken.</summary>
    public Int128 DebtAfter(Int128 debt, int taken) => debt + taken * _cost;

    /// <summary>How many requests the bucket has, as a whole number.</summary>
    public int Remaining(Int128 debt) => (int)Int128.Clamp((_window - debt) / _cost, Int128.Zero, _permits);

    /// <summary>How many ticks pass until the bucket has that many; zero when it has.</summary>
    public long Until(int wanted, Int128 debt) => Ceiling(Int128.Max(DebtAfter(debt, wanted) - _window, Int128.Zero));
}
