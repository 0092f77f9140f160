using System.Numerics;
using Eliza.Application.RateLimiting;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>
/// One bucket as one would explain it, in whole numbers and therefore exact: a request is worth as many parts as the window
/// has ticks, and each tick brings as many parts as there are permits.
/// </summary>
internal sealed class BucketModel(RateLimit limit)
{
    private readonly BigInteger _request = limit.Window.Ticks;
    private readonly BigInteger _full = (BigInteger)limit.Window.Ticks * limit.Permits;
    private BigInteger _parts = (BigInteger)limit.Window.Ticks * limit.Permits;

    public RateLimitState State => new(
        (int)(_parts / _request), TicksFor(BigInteger.Max(_request - _parts, 0)), TicksFor(_full - _parts));

    public bool TryTake(int count)
    {
        if (_parts < _request * count) return false;
        _parts -= _request * count;
        return true;
    }

    public void Wait(TimeSpan time) => _parts = BigInteger.Min(_full, _parts + (BigInteger)time.Ticks * limit.Permits);

    /// <summary>Rounded up.</summary>
    private TimeSpan TicksFor(BigInteger parts) => TimeSpan.FromTicks((long)((parts + limit.Permits - 1) / limit.Permits));
}
