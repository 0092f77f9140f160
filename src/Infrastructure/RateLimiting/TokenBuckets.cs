using System.Threading.RateLimiting;
using Eliza.Application.RateLimiting;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// All buckets of this node, refilled continuously by the monotonic clock, which nobody can set. However many callers
/// there are, no more than so many buckets are kept: of one that is not kept is known that it is full.
/// </summary>
/// <param name="time">The clock; its timestamps alone are read.</param>
/// <param name="capacity">How many buckets are kept at most.</param>
/// <param name="stripes">Among how many locks they are divided.</param>
/// <param name="isShared">Whether other nodes are told what is taken, by who calls <see cref="TakeUntold"/>.</param>
internal sealed class TokenBuckets(TimeProvider time, int capacity = 100_000, int stripes = 64, bool isShared = false) : PartitionedRateLimiter<RateLimit>
{
    private readonly BucketStripe[] _stripes = [.. Enumerable.Range(0, stripes).Select(_ => new BucketStripe(time, capacity / stripes, isShared))];

    /// <summary>How many buckets are kept at the moment.</summary>
    public int Count => _stripes.Sum(stripe => stripe.Count);

    public RateLimitState Look(RateLimit limit)
    {
        var (stripe, key, bucket) = Find(limit);
        var debt = stripe.DebtOf(key, bucket);
        return new RateLimitState(bucket.Remaining(debt), SpanOf(bucket.Until(1, debt)), SpanOf(BucketTime.Ceiling(debt)));
    }

    /// <summary>Takes out what was taken from the buckets and other nodes have not been told; nothing where buckets are not shared.</summary>
    public IReadOnlyList<UntoldTake> TakeUntold() => [.. _stripes.SelectMany(stripe => stripe.TakeUntold())];

    /// <summary>Keeps what could not be told for the next time.</summary>
    public void PutBack(UntoldTake untold) => StripeOf(untold.Key).PutBack(untold);

    /// <summary>Takes over when a bucket will be full for all nodes.</summary>
    /// <param name="key">Which bucket.</param>
    /// <param name="fullAt">When, in units of <see cref="BucketTime"/>, were it not for what was taken here and is not told yet.</param>
    public void Learn(BucketKey key, Int128 fullAt) => StripeOf(key).Learn(key, fullAt);

    public override RateLimiterStatistics GetStatistics(RateLimit resource) => new() { CurrentAvailablePermits = Look(resource).Remaining };

    protected override RateLimitLease AttemptAcquireCore(RateLimit resource, int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, Math.Max(1, resource.Permits));
        var (stripe, key, bucket) = Find(resource);
        var debt = stripe.TryTake(key, bucket, permitCount, out var taken);
        return taken ? BucketLease.Taken : new BucketLease(SpanOf(bucket.Until(Math.Max(1, permitCount), debt)));
    }

    /// <summary>Nobody queues: a client that waits costs more than one that comes again.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(RateLimit resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    private (BucketStripe Stripe, BucketKey Key, BucketTime Bucket) Find(RateLimit limit)
    {
        var key = new BucketKey(limit.Policy, limit.Partition, limit.Window);
        return (StripeOf(key), key, new BucketTime(TicksOf(limit.Window), limit.Permits));
    }

    /// <summary>Texts hash differently in each process, so nobody can fill one stripe on purpose.</summary>
    private BucketStripe StripeOf(BucketKey key) => _stripes[(uint)key.GetHashCode() % (uint)_stripes.Length];

    private long TicksOf(TimeSpan window) => (long)((Int128)window.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);

    /// <summary>Rounded up: whoever waits that long has waited long enough.</summary>
    private TimeSpan SpanOf(long ticks)
    {
        var frequency = time.TimestampFrequency;
        return TimeSpan.FromTicks((long)(((Int128)ticks * TimeSpan.TicksPerSecond + frequency - 1) / frequency));
    }
}
