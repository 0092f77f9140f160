using Eliza.Domain.Sessions;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using static Eliza.UnitTests.TestData.SessionBuilder;

namespace Eliza.UnitTests.Sessions;

/// <summary>What is done to a session by a clock that was set back behind its last activity, 20 minutes after its opening.</summary>
public sealed class SessionSetBackTests
{
    private readonly Session _session = new SessionBuilder().Build();

    public SessionSetBackTests() => _session.Touch(At(20)).ShouldSucceed();

    [Fact]
    public void Touch_WhenTheClockWasSetBack_NeitherGainsNorLosesTime()
    {
        _session.Touch(At(-60)).ShouldSucceed().ShouldBeTrue();

        (_session.LastActivityAt, _session.ExpiresAt, _session.RenewalCount).ShouldBe((At(20), At(50), 2));
    }

    [Fact]
    public void Renew_WhenTheClockWasSetBack_NeitherGainsNorLosesTime()
    {
        _session.Renew(At(-60)).ShouldSucceed();

        (_session.LastActivityAt, _session.ExpiresAt, _session.RenewalCount).ShouldBe((At(20), At(50), 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Renewal_WhenTheClockWasSetBackAfterTheWarning_IsNotWarnedOfTheSameEndAgain(bool asked)
    {
        _session.Warn(At(46)).ShouldBeTrue();

        if (asked) _session.Renew(At(10)).ShouldSucceed();
        else _session.Touch(At(10)).ShouldSucceed();

        _session.ExpiresAt.ShouldBe(At(50));
        _session.Warn(At(47)).ShouldBeFalse();
    }

    [Fact]
    public void Change_WhenTheClockWasSetBack_CountsFromTheLastActivityAllTheSame()
    {
        _session.Change(new SessionBuilder { Timeout = 60 }.Timeouts, At(-60)).ShouldSucceed();

        _session.ExpiresAt.ShouldBe(At(80));
    }

    [Fact]
    public void Change_WhenTheNewEndWasBeforeTheLastActivity_EndsItThoughTheClockWasSetBack()
    {
        _session.Change(new SessionBuilder { Timeout = 10, MaxDuration = 15 }.Timeouts, At(5)).ShouldSucceed();

        (_session.IsOver(At(5)), _session.ExpiresAt, _session.TimeLeft(At(5))).ShouldBe((true, At(20), TimeSpan.Zero));
        _session.DomainEvents.OfType<SessionExpired>().Count().ShouldBe(1);
    }

    [Fact]
    public void TimeLeft_WhenTheClockWasSetBack_IsNoMoreThanItWasAtTheLastActivity() => _session.TimeLeft(At(-60)).ShouldBe(TimeSpan.FromMinutes(30));

    [Fact]
    public void Warn_WhenTheClockWasSetBack_WaitsUntilItIsNearAgain()
    {
        _session.Warn(At(10)).ShouldBeFalse();
        _session.Warn(At(45)).ShouldBeTrue();
        _session.Warn(At(10)).ShouldBeFalse();
        _session.Warn(At(46)).ShouldBeFalse();
    }

    [Fact]
    public void Expire_WhenTheClockWasSetBack_StaysTold()
    {
        _session.Expire(At(50)).ShouldBeTrue();

        _session.Expire(At(10)).ShouldBeFalse();
        _session.Touch(At(10)).ShouldFail("Session.Expired");
        _session.EndedAt.ShouldBe(At(50));
    }
}
