using Eliza.Application.Sessions;
using Eliza.Application.Sessions.KeepTime;
using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Sessions;

/// <summary>How late it was is noted once a minute, and healed where a clock that was wrong had noted it.</summary>
public sealed class KeepTimeTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeTimes _times = new();
    private readonly SessionClock _clock;

    public KeepTimeTests() => _clock = new SessionClock(_time);

    [Fact]
    public async Task Keep_WhenNothingIsNoted_BeginsWithNow()
    {
        (await KeepAsync()).ShouldBeTrue();
        _times.Kept.ShouldNotBeNull().LatestAt.ShouldBe(Times.Now);
    }

    [Fact]
    public async Task Keep_WhenAMinuteHasNotPassed_WritesNothing()
    {
        await KeepAsync();
        _time.Advance(TimeSpan.FromSeconds(59));
        (await KeepAsync()).ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await KeepAsync()).ShouldBeTrue();
        _times.Kept!.LatestAt.ShouldBe(Times.Now.AddMinutes(1));
    }

    [Fact]
    public async Task Keep_WhenItWasLaterBeforeTheStart_HasTheClockGoOnFromThere()
    {
        _times.Kept = SessionTime.Begin(Times.Now.AddHours(2));
        (await KeepAsync()).ShouldBeFalse();
        _clock.Now.ShouldBe(Times.Now.AddHours(2));
    }

    [Fact]
    public async Task Keep_WhenTheNoteIsMoreThanADayAhead_PassesItOverAndNotesAnew()
    {
        _times.Kept = SessionTime.Begin(Times.Now.AddDays(400));
        (await KeepAsync()).ShouldBeTrue();
        (_clock.Now, _times.Kept.LatestAt).ShouldBe((Times.Now, Times.Now));
    }

    private async Task<bool> KeepAsync() =>
        (await new KeepTimeCommandHandler(_times, _clock).Handle(new KeepTimeCommand(), TestContext.Current.CancellationToken)).ShouldSucceed();

    private sealed class FakeTimes : ISessionTimeRepository
    {
        public SessionTime? Kept { get; set; }

        public void Add(SessionTime time) => Kept = time;

        public Task<SessionTime?> FindAsync(CancellationToken cancellationToken) => Task.FromResult(Kept);
    }
}
