using Eliza.Application.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionClockTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly TwoClocks _time = new();
    private readonly SessionClock _clock;

    public SessionClockTests() => _clock = new SessionClock(_time);

    [Fact]
    public void Now_WhenBothClocksGo_IsWhatTheWallClockSays()
    {
        _clock.Now.ShouldBe(Times.Now);
        _time.Pass(Second);
        _clock.Now.ShouldBe(Times.Now + Second);
    }

    /// <summary>As when the process is stopped for a moment, or the machine.</summary>
    [Fact]
    public void Now_WhenTimePassesWhileBothClocksAreRead_CountsItOnce()
    {
        _clock.Now.ShouldBe(Times.Now);
        _time.PassesBehindTheNextLook = Second;

        _clock.Now.ShouldBeInRange(Times.Now, Times.Now + Second);
        _clock.Now.ShouldBe(Times.Now + Second);
    }

    [Fact]
    public void Now_WhenAsked_IsInWholeMillisecondsAndLosesNoneOfTheRest()
    {
        _clock.Now.ShouldBe(Times.Now);
        _time.Wall -= Second;
        for (var i = 0; i < 10_000; i++)
        {
            _time.Pass(TimeSpan.FromTicks(9));
            (_clock.Now.Ticks % TimeSpan.TicksPerMillisecond).ShouldBe(0);
        }
        _clock.Now.ShouldBe(Times.Now.AddMilliseconds(9));
    }

    [Fact]
    public void GoOnFrom_WhenItWasLaterBefore_GoesOnFromThere()
    {
        _clock.GoOnFrom(Times.Now.AddHours(1));
        _clock.Now.ShouldBe(Times.Now.AddHours(1));
        _time.Pass(Second);
        _clock.Now.ShouldBe(Times.Now.AddHours(1) + Second);
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(24.1)]
    public void GoOnFrom_WhenItWasEarlierOrTheMarkIsMoreThanADayAhead_GoesByTheWallClock(double hours)
    {
        _clock.Now.ShouldBe(Times.Now);
        _clock.GoOnFrom(Times.Now.AddHours(hours));
        _clock.Now.ShouldBe(Times.Now);
    }

    [Fact]
    public void Now_WhenTheWallClockIsSetForward_GoesWithIt()
    {
        _clock.Now.ShouldBe(Times.Now);

        _time.Wall += TimeSpan.FromDays(3);

        _clock.Now.ShouldBe(Times.Now.AddDays(3));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(3600)]
    [InlineData(60_000_000_000)]
    public void Now_WhenTheWallClockIsSetBack_GoesOnByTheTimeThatPasses(double seconds)
    {
        _time.Pass(Second);
        _clock.Now.ShouldBe(Times.Now + Second);

        _time.Wall -= TimeSpan.FromSeconds(seconds);

        _clock.Now.ShouldBe(Times.Now + Second);
        _time.Pass(0.25 * Second);
        _clock.Now.ShouldBe(Times.Now + (1.25 * Second));
        _time.Pass(0.25 * Second);
        _clock.Now.ShouldBe(Times.Now + (1.5 * Second));
    }

    [Fact]
    public void Now_WhenTheWallClockIsPutRightAgain_GoesWithItOnceItIsAhead()
    {
        _clock.Now.ShouldBe(Times.Now);
        _time.Wall -= TimeSpan.FromMinutes(1);
        _time.Pass(Second);
        _clock.Now.ShouldBe(Times.Now + Second);

        _time.Wall += TimeSpan.FromMinutes(1) + Second;

        _clock.Now.ShouldBe(Times.Now + (2 * Second));
    }

    [Fact]
    public void Now_WhenBothClocksStandStill_StandsStill()
    {
        _clock.Now.ShouldBe(Times.Now);
        _clock.Now.ShouldBe(Times.Now);
    }

    [Fact]
    public void Now_WhenOnlyTheTimeThatPassesStandsStill_GoesWithTheWallClock()
    {
        _clock.Now.ShouldBe(Times.Now);
        _time.Wall += Second;
        _clock.Now.ShouldBe(Times.Now + Second);
        _time.Wall -= Second;
        _clock.Now.ShouldBe(Times.Now + Second);
    }

    [Fact]
    public async Task Now_WhenManyAskAtOnceWhileTheWallClockIsMoved_NeverGoesBack()
    {
        using var begin = new Barrier(5);
        var mover = Task.Run(() =>
        {
            begin.SignalAndWait(TestContext.Current.CancellationToken);
            for (var i = 0; i < 20_000; i++)
            {
                _time.Wall += TimeSpan.FromMilliseconds(i % 7 - 3);
                _time.Steady += TimeSpan.FromMilliseconds(i % 2).Ticks;
            }
        }, TestContext.Current.CancellationToken);
        var askers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            begin.SignalAndWait(TestContext.Current.CancellationToken);
            var steps = Enumerable.Range(0, 20_000).Select(_ => _clock.Now).ToList();
            return steps.Zip(steps.Skip(1)).Count(pair => pair.Second < pair.First);
        }, TestContext.Current.CancellationToken)).ToList();

        await mover;
        (await Task.WhenAll(askers)).ShouldAllBe(steps => steps == 0);
    }

    /// <summary>The clock on the wall, which people set, and the time that passes.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _wall = Times.Now;
        private long _steady;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public DateTimeOffset Wall
        {
            get { lock (_lock) return _wall; }
            set { lock (_lock) _wall = value; }
        }

        public long Steady
        {
            get { lock (_lock) return _steady; }
            set { lock (_lock) _steady = value; }
        }

        /// <summary>So much passes right after either clock is read the next time.</summary>
        public TimeSpan PassesBehindTheNextLook { get; set; }

        public override DateTimeOffset GetUtcNow() => Seen(Wall);

        public override long GetTimestamp() => Seen(Steady);

        private T Seen<T>(T seen)
        {
            var passes = PassesBehindTheNextLook;
            PassesBehindTheNextLook = TimeSpan.Zero;
            if (passes > TimeSpan.Zero) Pass(passes);
            return seen;
        }

        public void Pass(TimeSpan time)
        {
            Wall += time;
            Steady += time.Ticks;
        }
    }
}
