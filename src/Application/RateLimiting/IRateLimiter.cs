using System.Net;
using Eliza.Domain.Common;

namespace Eliza.Application.RateLimiting;

/// <summary>Keeps the buckets (contract: Rate limits): of this node, or of all nodes where they are shared. Either way it answers at once, from memory.</summary>
public interface IRateLimiter
{
    /// <summary>The caller's own bucket; null when limits are switched off.</summary>
    RateLimit? Of(Caller caller);

    /// <summary>The bucket of an address, which all share who call from there; null when limits are switched off.</summary>
    /// <param name="address">Where the request came from; null when it came by no network, as over a Unix socket.</param>
    RateLimit? Of(IPAddress? address);

    /// <summary>Takes one request, if there is one. What is refused takes nothing.</summary>
    bool TryTake(RateLimit limit);

    /// <summary>How full the bucket is now; this takes nothing.</summary>
    RateLimitState Look(RateLimit limit);
}
