using Eliza.Domain.Common;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using static Eliza.UnitTests.TestData.SessionBuilder;

namespace Eliza.UnitTests.Sessions;

/// <summary>What a session is near its end, and after it.</summary>
public sealed class SessionEndTests
{
    [Theory]
    [InlineData(0, 30, false, false)]
    [InlineData(24.999, 5.001, false, false)]
    [InlineData(25, 5, true, false)]
    [InlineData(29.999, 0.001, true, false)]
    [InlineData(30, 0, false, true)]
    [InlineData(1000, 0, false, true)]
    public void Session_AsTimeGoesBy_ComesNearItsEndAndIsOver(double minute, double left, bool isNear, bool isOver)
    {
        var session = new SessionBuilder { Timeout = 30, Warning = 5 }.Build();

        session.TimeLeft(At(minute)).ShouldBe(TimeSpan.FromMinutes(left), TimeSpan.FromTicks(10));
        (session.IsNearEnd(At(minute)), session.IsOver(At(minute))).ShouldBe((isNear, isOver));
    }

    [Fact]
    public void Session_WhenItsWarningIsLongerThanItsTimeout_IsNearItsEndFromTheStart() =>
        new SessionBuilder { Timeout = 5, Warning = 60 }.Build().IsNearEnd(At(0)).ShouldBeTrue();

    [Fact]
    public void Session_WhenTheServerWantsNoWarnings_IsNeverNearItsEnd()
    {
        var session = new SessionBuilder { Timeout = 30, Warning = 0 }.Build();

        (session.IsNearEnd(At(29.999)), session.IsNearEnd(At(30)), session.Warn(At(30))).ShouldBe((false, false, false));
    }

    [Fact]
    public void Session_WhenItIsOver_CannotBeUsedAnyMore()
    {
        var session = new SessionBuilder().Build();

        foreach (var error in new[] { session.Touch(At(30)).Error, session.Renew(At(30)).Error, session.Change(new SessionBuilder().Timeouts, At(30)).Error })
        {
            error.ShouldNotBeNull().Kind.ShouldBe(ErrorKind.SessionExpired);
            error.Code.ShouldBe("Session.Expired");
            error.Details.ShouldBe($"Session with ID '{Id}' expired at 2026-03-04T05:36:07.000Z");
        }
        (session.LastActivityAt, session.RenewalCount, session.Version).ShouldBe((At(0), 0, 0));
    }

    [Fact]
    public void Expire_WhenItsTimeIsUp_IsToldOnce()
    {
        var session = new SessionBuilder().Build();

        session.Expire(At(29.999)).ShouldBeFalse();
        session.EndedAt.ShouldBeNull();
        session.Expire(At(31)).ShouldBeTrue();
        session.Expire(At(31)).ShouldBeFalse();
        session.Expire(At(50)).ShouldBeFalse();

        (session.EndedAt, session.ExpiresAt).ShouldBe((At(31), At(30)));
        session.DomainEvents.OfType<SessionExpired>().ShouldBe([new SessionExpired(Id, Ids.Channel)]);
    }

    [Fact]
    public void Session_WhenItsEndWasTold_IsOverByAnyClock()
    {
        var session = new SessionBuilder().Build();
        session.Expire(At(30)).ShouldBeTrue();

        (session.IsOver(At(10)), session.IsNearEnd(At(27)), session.TimeLeft(At(10))).ShouldBe((true, false, TimeSpan.Zero));
        session.Touch(At(10)).ShouldFail("Session.Expired");
        session.Renew(At(10)).ShouldFail("Session.Expired");
        session.Change(new SessionBuilder().Timeouts, At(10)).ShouldFail("Session.Expired");
        session.Warn(At(27)).ShouldBeFalse();
    }

    [Fact]
    public void IsForgotten_ADayAfterTheEnd_BeginsToBeSo()
    {
        var session = new SessionBuilder().Build();
        var forgotten = At(30) + TimeSpan.FromHours(24);
        session.Expire(At(500));

        session.IsForgotten(forgotten.AddMilliseconds(-1)).ShouldBeFalse();
        session.IsForgotten(forgotten).ShouldBeTrue();
    }

    [Fact]
    public void Delete_WhenAsked_SaysSo()
    {
        var session = new SessionBuilder().Build();

        session.Delete();

        session.DomainEvents[^1].ShouldBe(new SessionDeleted(Id, Ids.Channel));
    }
}
