using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.RateLimiting;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.RateLimiting;

public sealed class BucketExchangeTests : IDisposable
{
    private static readonly RateLimit Ada = UserAt("ada");

    private readonly ManualTimeProvider _time = new();
    private readonly FakeBucketTable _table = new();
    private readonly TokenBuckets _here;
    private readonly TokenBuckets _there;

    public BucketExchangeTests() => (_here, _there) = (new TokenBuckets(_time, isShared: true), new TokenBuckets(_time, isShared: true));

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public async Task Tell_OfOneNode_IsWhatTheOtherLearnsWhenItTells()
    {
        Take(_here, Ada, 50);
        await TellAsync(_here);
        Take(_there, Ada, 5);
        await TellAsync(_there);

        _there.Look(Ada).ShouldBe(new RateLimitState(5, TimeSpan.Zero, TimeSpan.FromSeconds(55)));
        _table.FullAt.ShouldBe(new Dictionary<string, long> { ["user/user:ada/60"] = (_time.GetUtcNow() + TimeSpan.FromSeconds(55)).UtcTicks });
    }

    [Fact]
    public async Task Tell_WhenMoreWasTakenThanThereWas_LeavesADebtThatIsPaidBack()
    {
        Take(_here, Ada, 60);
        Take(_there, Ada, 30);
        await TellAsync(_here);
        await TellAsync(_there);

        _there.Look(Ada).ShouldBe(new RateLimitState(0, TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(90)));
        _time.Advance(TimeSpan.FromSeconds(30));
        _there.AttemptAcquire(Ada).IsAcquired.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        _there.AttemptAcquire(Ada).IsAcquired.ShouldBeTrue();
    }

    [Fact]
    public async Task Tell_OfMoreThanTwoBuckets_LetsTheRestOff()
    {
        using var third = new TokenBuckets(_time, isShared: true);
        foreach (var node in new[] { _here, _there, third }) Take(node, Ada, 60);
        foreach (var node in new[] { _here, _there, third }) await TellAsync(node);

        third.Look(Ada).UntilFull.ShouldBe(TimeSpan.FromSeconds(120));
        _table.FullAt.Values.ShouldBe([At(120)]);
    }

    [Fact]
    public async Task Tell_WhenNothingWasTaken_SendsNothing()
    {
        _here.Look(Ada);
        (await TellAsync(_here)).ShouldBeFalse();
        Take(_here, Ada, 1);
        (await TellAsync(_here)).ShouldBeTrue();
        (await TellAsync(_here)).ShouldBeFalse();
        _table.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tell_OfManyBuckets_SendsSomeAtATimeInOneOrder()
    {
        for (var i = 0; i < 700; i++) Take(_here, UserAt($"{i}"), 1);
        await TellAsync(_here);

        _table.Told.Select(reports => reports.Count).ShouldBe([300, 300, 100]);
        _table.Told.SelectMany(reports => reports).Select(report => report.Key).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Tell_WhenItFailsOnTheWay_TellsTheRestNextTime()
    {
        for (var i = 0; i < 700; i++) Take(_here, UserAt($"{i}"), 1);
        _table.FailsAfter = 1;
        await Should.ThrowAsync<TimeoutException>(TellAsync(_here));
        _table.FailsAfter = null;
        Take(_here, _table.Told[0][0].Key, 2);
        await TellAsync(_here);

        var told = _table.Told.SelectMany(reports => reports).GroupBy(report => report.Key).ToDictionary(reports => reports.Key, reports => reports.Sum(report => report.Taken));
        told.Count.ShouldBe(700);
        told.ShouldAllBe(bucket => bucket.Value == (bucket.Key == _table.Told[0][0].Key ? 3 : 1) * TimeSpan.TicksPerSecond);
    }

    [Fact]
    public async Task Tell_WhileTheDatabaseIsAway_KeepsWhatHasNotRefilledYet()
    {
        Take(_here, Ada, 60);
        Take(_here, UserAt("bob"), 10);
        _table.FailsAfter = 0;
        await Should.ThrowAsync<TimeoutException>(TellAsync(_here));
        _time.Advance(TimeSpan.FromSeconds(20));
        await Should.ThrowAsync<TimeoutException>(TellAsync(_here));
        Take(_here, Ada, 3);
        _here.Look(Ada).Remaining.ShouldBe(17);
        _table.FailsAfter = null;
        await TellAsync(_here);

        _table.Told.Single().ShouldBe([
            new BucketReport("user/user:ada/60", TimeSpan.FromSeconds(43).Ticks, At(43), At(120)),
        ]);
    }

    [Fact]
    public async Task Learn_WhileMoreIsTaken_AddsThatToWhatOthersTook()
    {
        Take(_there, Ada, 20);
        await TellAsync(_there);
        Take(_here, Ada, 1);
        var untold = _here.TakeUntold().Single();
        Take(_here, Ada, 4);
        _here.Learn(untold.Key, new CommonTime(_time).ToHere(At(21)));

        _here.Look(Ada).Remaining.ShouldBe(60 - 25);
        _here.TakeUntold().Single().Taken.ShouldBe(BucketTime.At(TimeSpan.FromSeconds(4).Ticks));
    }

    [Fact]
    public void TakeUntold_WhereBucketsAreNotShared_IsNothing()
    {
        using var alone = new TokenBuckets(_time);
        Take(alone, Ada, 1);
        alone.TakeUntold().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1_000_000_000)]
    [InlineData(10_000_000)]
    [InlineData(3_579_545)]
    public void CommonTime_ThereAndBackAgain_IsWhatItWasButForATick(long frequency)
    {
        var common = new CommonTime(new FineClock(frequency));
        for (var milliseconds = -5000; milliseconds < 7_200_000; milliseconds += 12_347)
        {
            var moment = BucketTime.At(FineClock.Reading + milliseconds * frequency / 1000);
            var report = common.Report(new UntoldTake(new BucketKey("address", "10.0.0.1", TimeSpan.FromHours(1)), Int128.Zero, moment));
            var back = common.ToHere(report.FullAt);
            BucketTime.Ceiling(Int128.Abs(moment - back)).ShouldBeLessThanOrEqualTo(frequency / TimeSpan.TicksPerSecond + 1);
        }
    }

    private static RateLimit UserAt(string name) => new("user", $"user:{name}", 60, TimeSpan.FromMinutes(1));

    private static void Take(TokenBuckets buckets, RateLimit limit, int count) => buckets.AttemptAcquire(limit, count).IsAcquired.ShouldBeTrue();

    private static void Take(TokenBuckets buckets, string key, int count) => Take(buckets, UserAt(key.Split('/')[1]["user:".Length..]), count);

    private long At(int seconds) => (_time.GetUtcNow() + TimeSpan.FromSeconds(seconds)).UtcTicks;

    private Task<bool> TellAsync(TokenBuckets buckets) => new BucketExchange(buckets, _table, _time).TellAsync(TestContext.Current.CancellationToken);

    private sealed class FineClock(long frequency) : TimeProvider
    {
        public const long Reading = 123_456_789_012_345_678;

        public override long TimestampFrequency => frequency;

        public override long GetTimestamp() => Reading;
    }
}
