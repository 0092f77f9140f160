using System.Diagnostics.Metrics;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>Whom the limits refuse, for who measures the server.</summary>
internal static class RateLimitMeter
{
    public const string Name = "Eliza.RateLimiting";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> RefusedRequests = Meter.CreateCounter<long>(
        "eliza.ratelimit.refused", "{request}", "Requests that found a bucket empty.");

    /// <param name="policy">What sort of bucket it was: user, agent, service or address.</param>
    public static void Refused(string policy) => RefusedRequests.Add(1, new KeyValuePair<string, object?>("eliza.limit", policy));
}
