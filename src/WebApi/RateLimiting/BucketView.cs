using Eliza.Application.RateLimiting;

namespace Eliza.WebApi.RateLimiting;

/// <summary>A bucket, and how full it is at the moment.</summary>
internal sealed record BucketView(RateLimit Limit, RateLimitState State)
{
    /// <summary>How much of it is left: from 0, empty, to 1, full.</summary>
    public double Share => (double)State.Remaining / Limit.Permits;

    /// <summary>How long until it has one request more than now; null when it is full.</summary>
    public TimeSpan? UntilOneMore =>
        State.UntilFull == TimeSpan.Zero ? null
        : State.Remaining == 0 ? State.UntilNext
        : State.UntilFull - TimeSpan.FromTicks(Limit.Window.Ticks * (Limit.Permits - State.Remaining - 1) / Limit.Permits);
}
