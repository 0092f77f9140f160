using Eliza.Application.RateLimiting;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// The buckets that one request draws on (contract: Rate limits): the address's, as long as nobody is known who calls; a
/// person's or an agent's own and the address's; a service's own alone.
/// </summary>
/// <param name="limiter">Has the buckets.</param>
/// <param name="address">The bucket of the address.</param>
/// <param name="draws">Whether the request takes anything from it.</param>
internal sealed class RequestLimits(IRateLimiter limiter, RateLimit address, bool draws)
{
    private RateLimit? _own;
    private bool _isService;
    private bool _hasTaken;

    /// <summary>Whether the address's bucket, had it to decide, refuses the request.</summary>
    public bool IsRefusedByAddress => draws && !_hasTaken && !_isService;

    public RateLimit Address => address;

    /// <summary>Those that apply, the caller's own first.</summary>
    private IEnumerable<RateLimit> Applicable => _own is null ? [address] : _isService ? [_own] : [_own, address];

    public void TakeFromAddress() => _hasTaken = draws && limiter.TryTake(address);

    /// <summary>What is refused takes nothing, and a service takes nothing from its address.</summary>
    public void GiveBackToAddress()
    {
        if (_hasTaken) limiter.GiveBack(address);
        _hasTaken = false;
    }

    /// <summary>From now on it is known who calls.</summary>
    public void Recognize(RateLimit own, bool isService)
    {
        if (isService) GiveBackToAddress();
        (_own, _isService) = (own, isService);
    }

    public IReadOnlyList<BucketView> Look() => [.. Applicable.Select(limit => new BucketView(limit, limiter.Look(limit)))];
}
