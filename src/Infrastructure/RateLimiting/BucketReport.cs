namespace Eliza.Infrastructure.RateLimiting;

/// <summary>What a node tells of a bucket. Moments and durations are in ticks of the wall clock (<see cref="DateTimeOffset.UtcTicks"/>, 100 ns).</summary>
/// <param name="Key">The bucket's name, <see cref="BucketKey.Text"/>.</param>
/// <param name="Taken">How long it takes to refill what the node took since it last told.</param>
/// <param name="FullAt">When the bucket will be full, as far as the node knows.</param>
/// <param name="Latest">When it will be full at the latest: more debt than that is let off.</param>
internal readonly record struct BucketReport(string Key, long Taken, long FullAt, long Latest);
