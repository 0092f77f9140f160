using System.Threading.RateLimiting;
using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.RateLimiting;

public sealed class TokenBucketsTests
{
    private static readonly RateLimit Ada = new("user", "user:ada", 60, TimeSpan.FromMinutes(1));

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void TryTake_WhenEmpty_TellsWhenToTryAgain()
    {
        using var buckets = new TokenBuckets(_time);
        Take(buckets, Ada, 60);

        using var refused = buckets.AttemptAcquire(Ada);

        refused.IsAcquired.ShouldBeFalse();
        refused.TryGetMetadata(MetadataName.RetryAfter, out var wait).ShouldBeTrue();
        wait.ShouldBe(TimeSpan.FromSeconds(1));
        buckets.Look(Ada).ShouldBe(new RateLimitState(0, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        buckets.GetStatistics(Ada)!.CurrentAvailablePermits.ShouldBe(0);
    }

    [Fact]
    public async Task TryTake_WhenThereAreRequests_TellsNothingAndKeepsWhatIsTaken()
    {
        using var buckets = new TokenBuckets(_time);

        var lease = await buckets.AcquireAsync(Ada, 1, TestContext.Current.CancellationToken);
        lease.Dispose();

        lease.IsAcquired.ShouldBeTrue();
        lease.MetadataNames.ShouldBeEmpty();
        buckets.Look(Ada).ShouldBe(new RateLimitState(59, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void TryTake_OfNone_TellsWhetherThereIsOneAndTakesNothing()
    {
        using var buckets = new TokenBuckets(_time);
        buckets.AttemptAcquire(Ada, 0).IsAcquired.ShouldBeTrue();
        buckets.Count.ShouldBe(0);
        Take(buckets, Ada, 60);
        buckets.AttemptAcquire(Ada, 0).IsAcquired.ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => buckets.AttemptAcquire(Ada, 61));
    }

    [Fact]
    public void Buckets_OfAnotherPolicyPartitionOrWindow_AreOthers()
    {
        using var buckets = new TokenBuckets(_time);
        Take(buckets, Ada, 60);
        buckets.Look(Ada with { Policy = "agent" }).Remaining.ShouldBe(60);
        buckets.Look(Ada with { Partition = "user:bob" }).Remaining.ShouldBe(60);
        buckets.Look(Ada with { Window = TimeSpan.FromHours(1) }).Remaining.ShouldBe(60);
    }

    [Fact]
    public async Task TryTake_ByManyAtOnce_GivesExactlyWhatThereIs()
    {
        using var buckets = new TokenBuckets(_time);
        var limit = Ada with { Permits = 1000 };
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 5000).Count(_ => buckets.AttemptAcquire(limit).IsAcquired))));
        taken.Sum().ShouldBe(1000);
    }

    private static void Take(TokenBuckets buckets, RateLimit limit, int count) => buckets.AttemptAcquire(limit, count).IsAcquired.ShouldBeTrue();
}
