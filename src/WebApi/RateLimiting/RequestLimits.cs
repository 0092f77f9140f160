using Eliza.Application.RateLimiting;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// The buckets that one request draws on (contract: Rate limits): the address's, as long as nobody is known who calls; a
/// person's or an agent's own and the address's; a service's own alone. What is taken stays taken.
/// </summary>
/// <param name="limiter">Has the buckets.</param>
/// <param name="address">The bucket of the address.</param>
/// <param name="isFree">Whether the request takes nothing from it, whoever calls.</param>
internal sealed class RequestLimits(IRateLimiter limiter, RateLimit address, bool isFree)
{
    private AddressDraw _draw = isFree ? AddressDraw.Spared : AddressDraw.Open;
    private RateLimit? _own;
    private bool _isService;

    private enum AddressDraw
    {
        /// <summary>Nothing has been asked of the bucket so far.</summary>
        Open,

        /// <summary>Nothing is to be taken.</summary>
        Spared,

        Taken,

        /// <summary>There was none left.</summary>
        Refused,
    }

    public RateLimit Address => address;

    /// <summary>Those that apply, the caller's own first.</summary>
    private IEnumerable<RateLimit> Applicable => _own is null ? [address] : _isService ? [_own] : [_own, address];

    /// <summary>Takes the request's share from the address's bucket, unless that is done or the request has none.</summary>
    /// <returns>Whether the request may go on.</returns>
    public bool TryTakeFromAddress()
    {
        if (_draw is AddressDraw.Open) _draw = limiter.TryTake(address) ? AddressDraw.Taken : AddressDraw.Refused;
        return _draw is not AddressDraw.Refused;
    }

    /// <summary>From now on it is known who calls.</summary>
    public void Recognize(RateLimit own, bool isService)
    {
        (_own, _isService) = (own, isService);
        if (isService && _draw is AddressDraw.Open) _draw = AddressDraw.Spared;
    }

    public IReadOnlyList<BucketView> Look() => [.. Applicable.Select(limit => new BucketView(limit, limiter.Look(limit)))];
}
