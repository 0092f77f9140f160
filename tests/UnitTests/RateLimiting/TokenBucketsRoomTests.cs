using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.RateLimiting;

/// <summary>The store never outgrows its bound, and who is limited does not profit from it.</summary>
public sealed class TokenBucketsRoomTests
{
    private const int Capacity = 8;

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void TryTake_WhenThereIsNoRoom_ForgetsTheFullOnesFirst()
    {
        using var buckets = new TokenBuckets(_time, Capacity, stripes: 1);
        for (var i = 0; i < 2; i++) Take(buckets, UserAt(i), 1);
        for (var i = 2; i < Capacity; i++) Take(buckets, UserAt(i), 2);
        _time.Advance(TimeSpan.FromSeconds(1));

        Take(buckets, UserAt(Capacity), 1);

        buckets.Count.ShouldBe(Capacity - 2 + 1);
        for (var i = 2; i < Capacity; i++) buckets.Look(UserAt(i)).Remaining.ShouldBe(59);
    }

    [Fact]
    public void TryTake_WhenThereIsNoRoomAndNoneIsFull_ForgetsThoseNearestToFull()
    {
        using var buckets = new TokenBuckets(_time, Capacity, stripes: 1);
        var address = new RateLimit("address", "10.0.0.1", 1000, TimeSpan.FromHours(1));
        Take(buckets, address, 100);
        for (var i = 1; i < Capacity; i++) Take(buckets, UserAt(i), 60 - i);

        Take(buckets, UserAt(Capacity), 1);

        // The address's bucket needs the longest to be full again, yet most of it is left.
        buckets.Look(address).Remaining.ShouldBe(1000);
        Enumerable.Range(1, Capacity).Select(i => buckets.Look(UserAt(i)).Remaining).ShouldBe([1, 2, 3, 4, 60, 60, 60, 59]);
    }

    [Fact]
    public void TryTake_WithRoomForOne_StillLimits()
    {
        using var buckets = new TokenBuckets(_time, capacity: 1, stripes: 1);
        Take(buckets, UserAt(1), 60);
        buckets.AttemptAcquire(UserAt(1)).IsAcquired.ShouldBeFalse();
        Take(buckets, UserAt(2), 1);
        buckets.Count.ShouldBe(1);
    }

    /// <summary>After any takes and waits: if a bucket was forgotten that was not full, none that is kept had more left.</summary>
    [Fact]
    public void AnyTakes_OfMoreThanThereIsRoomFor_NeverFreeALimitedOneBeforeOthers() => Prop.ForAll(
        Gen.Choose(0, 19).SelectMany(_ => Gen.Choose(1, 60), (user, count) => (User: user, Count: count)).ListOf(200).ToArbitrary(),
        takes =>
        {
            var time = new ManualTimeProvider();
            using var buckets = new TokenBuckets(time, Capacity, stripes: 1);
            foreach (var (user, count) in takes)
            {
                var before = Look(buckets);
                using var lease = buckets.AttemptAcquire(UserAt(user), count);
                var after = Look(buckets);

                buckets.Count.ShouldBeLessThanOrEqualTo(Capacity);
                var others = Enumerable.Range(0, before.Count).Where(other => other != user).ToList();
                var freed = others.Where(other => after[other] > before[other]).ToList();
                var kept = others.Where(other => after[other] == before[other] && before[other] < 60);
                if (freed.Count > 0) kept.ShouldAllBe(other => before[other] <= freed.Min(free => before[free]));
                time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }).QuickCheckThrowOnFailure();

    private static List<int> Look(TokenBuckets buckets) => [.. Enumerable.Range(0, 20).Select(user => buckets.Look(UserAt(user)).Remaining)];

    private static RateLimit UserAt(int number) => new("user", $"user:{number}", 60, TimeSpan.FromMinutes(1));

    private static void Take(TokenBuckets buckets, RateLimit limit, int count) => buckets.AttemptAcquire(limit, count).IsAcquired.ShouldBeTrue();
}
