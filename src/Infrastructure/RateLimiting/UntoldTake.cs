namespace Eliza.Infrastructure.RateLimiting;

/// <summary>What was taken from a bucket of this node and other nodes do not know, as of one moment.</summary>
/// <param name="Key">Which bucket.</param>
/// <param name="Taken">How long it takes to refill that; in units of <see cref="BucketTime"/>.</param>
/// <param name="FullAt">When the bucket will be full, as far as this node knows; in units of <see cref="BucketTime"/>.</param>
internal readonly record struct UntoldTake(BucketKey Key, Int128 Taken, Int128 FullAt);
