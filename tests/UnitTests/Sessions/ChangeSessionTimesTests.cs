using Eliza.Domain.Sessions;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using static Eliza.UnitTests.TestData.SessionBuilder;

namespace Eliza.UnitTests.Sessions;

/// <summary>Other times for a session that is open.</summary>
public sealed class ChangeSessionTimesTests
{
    private readonly Session _session = new SessionBuilder().Build();

    [Theory]
    [InlineData(20, 720, 30)]
    [InlineData(60, 720, 70)]
    [InlineData(60, 65, 65)]
    [InlineData(30, 35, 35)]
    public void Change_WhenOpen_CountsFromTheLastActivity(double timeout, double maxDuration, double expected)
    {
        _session.Touch(At(10)).ShouldSucceed();

        _session.Change(new SessionBuilder { Timeout = timeout, MaxDuration = maxDuration }.Timeouts, At(15)).ShouldSucceed().ShouldBeSameAs(_session);

        (_session.ExpiresAt, _session.WarnAt, _session.LastActivityAt, _session.RenewalCount).ShouldBe((At(expected), At(expected - 5), At(10), 1));
        _session.DomainEvents[^1].ShouldBe(new SessionRescheduled(Id, Ids.Channel, At(expected)));
    }

    [Theory]
    [InlineData(5, 720)]
    [InlineData(15, 15)]
    [InlineData(14, 720)]
    public void Change_WhenTheEndWouldLieInThePast_EndsItNow(double timeout, double maxDuration)
    {
        _session.Change(new SessionBuilder { Timeout = timeout, MaxDuration = maxDuration }.Timeouts, At(15)).ShouldSucceed();

        (_session.ExpiresAt, _session.EndedAt, _session.IsOver(At(15)), _session.TimeLeft(At(15))).ShouldBe((At(15), At(15), true, TimeSpan.Zero));
        _session.DomainEvents.OfType<SessionRescheduled>().ShouldBeEmpty();
        _session.DomainEvents[^1].ShouldBe(new SessionExpired(Id, Ids.Channel));
        _session.Expire(At(16)).ShouldBeFalse();
        _session.IsForgotten(At(15) + TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1)).ShouldBeFalse();
    }

    [Fact]
    public void Change_WhenItNoLongerRenewsByItself_CountsFromTheLastRenewal()
    {
        _session.Touch(At(10)).ShouldSucceed();

        _session.Change(new SessionBuilder { AutoRenew = false }.Timeouts, At(15)).ShouldSucceed();
        _session.Touch(At(20)).ShouldSucceed().ShouldBeFalse();

        _session.ExpiresAt.ShouldBe(At(40));
    }

    [Fact]
    public void Change_WhenItRenewsByItselfFromNowOn_CountsFromTheLastActivity()
    {
        var session = new SessionBuilder { AutoRenew = false }.Build();
        session.Touch(At(20)).ShouldSucceed();

        session.Change(new SessionBuilder { AutoRenew = true }.Timeouts, At(25)).ShouldSucceed();

        (session.ExpiresAt, session.RenewalCount).ShouldBe((At(50), 0));
    }

    [Fact]
    public void Change_WhenTheLongestDurationGrows_LetsItBeRenewedAgain()
    {
        var session = new SessionBuilder { MaxDuration = 30 }.Build();
        session.Renew(At(10)).ShouldFail("Session.MaxDurationReached");

        session.Change(new SessionBuilder { MaxDuration = 60 }.Timeouts, At(11)).ShouldSucceed();

        session.Renew(At(12)).ShouldSucceed().ExpiresAt.ShouldBe(At(42));
    }
}
