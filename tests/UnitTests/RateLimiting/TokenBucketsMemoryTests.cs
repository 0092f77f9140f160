using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.RateLimiting;

[Collection(nameof(Alone))]
public sealed class TokenBucketsMemoryTests
{
    [Fact]
    public void TryTake_ByAMillionCallers_KeepsWithinItsBound()
    {
        using var buckets = new TokenBuckets(new ManualTimeProvider());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var caller = new RateLimit("user", $"user:9b2d6f0e-7c11-4b52-9e0f-{i:D12}", 60, TimeSpan.FromMinutes(1));
            buckets.AttemptAcquire(caller).IsAcquired.ShouldBeTrue();
            if (i % 10_000 == 0) most = Math.Max(most, buckets.Count);
        }

        most.ShouldBeLessThanOrEqualTo(100_000);
        buckets.Count.ShouldBeInRange(40_000, 100_000);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(64 * 1024 * 1024);
        GC.KeepAlive(buckets);
    }
}
