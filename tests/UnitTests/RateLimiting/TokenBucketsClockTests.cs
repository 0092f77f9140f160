using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>Buckets go by the monotonic clock, however finely it ticks.</summary>
public sealed class TokenBucketsClockTests
{
    private static readonly RateLimit Ada = new("user", "user:ada", 60, TimeSpan.FromMinutes(1));

    [Fact]
    public void Buckets_WhenTheWallClockJumps_StayAsTheyAre()
    {
        var clock = new JumpingClock();
        using var buckets = new TokenBuckets(clock);
        Take(buckets, Ada, 60);

        foreach (var jump in new[] { TimeSpan.FromDays(400), TimeSpan.FromDays(-800) })
        {
            clock.Wall += jump;
            buckets.Look(Ada).ShouldBe(new RateLimitState(0, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        }

        clock.Ticks += clock.TimestampFrequency;
        buckets.AttemptAcquire(Ada).IsAcquired.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1_000_000_000, 7)]
    [InlineData(3_579_545, 7)]
    [InlineData(3_579_545, 999_983)]
    [InlineData(24_000_000, 13)]
    public void TryTake_WhateverTheClocksFrequency_SucceedsAfterTheWait(long frequency, int permits)
    {
        var clock = new JumpingClock(frequency) { Ticks = 123_456_789_012_345_678 };
        using var buckets = new TokenBuckets(clock);
        var limit = Ada with { Permits = permits };
        Take(buckets, limit, permits);
        for (var i = 0; i < 1000; i++)
        {
            var wait = buckets.Look(limit).UntilNext;
            clock.Ticks += (long)((Int128)wait.Ticks * frequency / TimeSpan.TicksPerSecond);
            buckets.AttemptAcquire(limit).IsAcquired.ShouldBeTrue();
        }
        buckets.Look(limit).Remaining.ShouldBe(0);
    }

    private static void Take(TokenBuckets buckets, RateLimit limit, int count) => buckets.AttemptAcquire(limit, count).IsAcquired.ShouldBeTrue();

    /// <summary>Its wall clock has nothing to do with its ticks.</summary>
    private sealed class JumpingClock(long frequency = 1_000_000_000) : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = Times.Now;

        public long Ticks { get; set; } = 1;

        public override long TimestampFrequency => frequency;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Ticks;
    }
}
