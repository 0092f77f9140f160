using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.RateLimiting;

public sealed class BucketSharingTests : IAsyncLifetime
{
    private static readonly RateLimit Ada = new("user", "user:ada", 60, TimeSpan.FromMinutes(1));

    private readonly SweepClock _clock = new();
    private readonly FakeBucketTable _table = new();
    private readonly FakeLogger<BucketSharing> _logger = new(LogLevel.Information);
    private readonly TokenBuckets _buckets;
    private readonly BucketSharing _sharing;

    public BucketSharingTests()
    {
        _buckets = new TokenBuckets(_clock, isShared: true);
        _sharing = new BucketSharing(new BucketExchange(_buckets, _table, _clock), _table, Options.Create(new RateLimitOptions { Shared = true }), _clock, _logger);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _sharing.StartAsync(Cancellation);
        await _clock.SetAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _sharing.StopAsync(CancellationToken.None);
        _sharing.Dispose();
        _buckets.Dispose();
        _clock.Dispose();
    }

    [Fact]
    public async Task Sharing_TwiceASecond_TellsWhatWasTaken()
    {
        Take();
        await NextAsync();
        _table.Told.Count.ShouldBe(1);
        await NextAsync();
        _table.Told.Count.ShouldBe(1);
        Take();
        await NextAsync();
        _table.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sharing_WhileTheDatabaseIsAway_SaysSoOnceAndGoesOn()
    {
        _table.FailsAfter = 0;
        for (var i = 0; i < 3; i++)
        {
            Take();
            await NextAsync();
        }
        _table.FailsAfter = null;
        await NextAsync();
        await NextAsync();

        _logger.Entries.Select(entry => entry.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        _table.Told.Single().Single().Taken.ShouldBe(TimeSpan.FromSeconds(1.5).Ticks, "three, of which one and a half have refilled");
    }

    [Fact]
    public async Task Sharing_OnceAMinute_RemovesWhatHasBeenFullForAMinute()
    {
        for (var i = 0; i < 121; i++) await NextAsync();
        _table.Swept.ShouldBe([(Times.Now + BucketSharing.Interval * 120 - TimeSpan.FromMinutes(1)).UtcTicks]);
    }

    [Fact]
    public async Task Sharing_WhenTheServerStops_TellsTheRest()
    {
        Take();
        await _sharing.StopAsync(Cancellation);
        _table.Told.Single().Single().Key.ShouldBe("user/user:ada/60");
    }

    private void Take() => _buckets.AttemptAcquire(Ada).IsAcquired.ShouldBeTrue();

    private Task NextAsync() => _clock.AdvanceAsync(BucketSharing.Interval, Cancellation);
}
