using Eliza.Domain.Common;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using static Eliza.UnitTests.TestData.SessionBuilder;

namespace Eliza.UnitTests.Sessions;

/// <summary>When a session ends, and what moves that.</summary>
public sealed class SessionActivityTests
{
    [Fact]
    public void Open_WhenNothingHappenedYet_EndsAfterItsTimeout()
    {
        var session = new SessionBuilder { Timeout = 30, Warning = 5, Owner = "key:7" }.Build();

        (session.Id, session.ChannelId, session.AgentId, session.UserId, session.Owner).ShouldBe((Id, Ids.Channel, Ids.Eliza, Ids.Ada, "key:7"));
        (session.CreatedAt, session.LastActivityAt, session.ExpiresAt, session.WarnAt).ShouldBe((At(0), At(0), At(30), At(25)));
        (session.RenewalCount, session.WarnedAt, session.EndedAt).ShouldBe((0, null, null));
        session.DomainEvents.ShouldBe([new SessionOpened(Id, Ids.Channel)]);
    }

    [Fact]
    public void Open_WhenItsLongestDurationIsItsTimeout_EndsThen()
    {
        var session = new SessionBuilder { Timeout = 30, MaxDuration = 30 }.Build();

        session.ExpiresAt.ShouldBe(At(30));
        session.Renew(At(1)).ShouldFail("Session.MaxDurationReached");
    }

    [Fact]
    public void Touch_WhenItRenewsByItself_CountsItsTimeFromThen()
    {
        var session = new SessionBuilder().Build();

        session.Touch(At(10)).ShouldSucceed().ShouldBeTrue();

        (session.LastActivityAt, session.ExpiresAt, session.WarnAt, session.RenewalCount).ShouldBe((At(10), At(40), At(35), 1));
        session.DomainEvents.OfType<SessionRenewed>().ShouldBe([new SessionRenewed(Id, Ids.Channel, At(40), 1)]);
    }

    [Fact]
    public void Touch_WhenItDoesNotRenewByItself_NotesTheActivityAndNoMore()
    {
        var session = new SessionBuilder { AutoRenew = false }.Build();

        session.Touch(At(10)).ShouldSucceed().ShouldBeFalse();

        (session.LastActivityAt, session.ExpiresAt, session.RenewalCount).ShouldBe((At(10), At(30), 0));
        session.DomainEvents.OfType<SessionRenewed>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Renew_WhetherOrNotItRenewsByItself_CountsItsTimeFromThen(bool autoRenew)
    {
        var session = new SessionBuilder { AutoRenew = autoRenew }.Build();
        session.Touch(At(5)).ShouldSucceed();
        var before = session.RenewalCount;

        session.Renew(At(10)).ShouldSucceed().ShouldBeSameAs(session);

        (session.LastActivityAt, session.ExpiresAt, session.RenewalCount).ShouldBe((At(10), At(40), before + 1));
        session.DomainEvents[^1].ShouldBe(new SessionRenewed(Id, Ids.Channel, At(40), before + 1));
    }

    [Fact]
    public void Touch_WhenTheLongestDurationIsNear_IsCappedByIt()
    {
        var session = new SessionBuilder { Timeout = 30, MaxDuration = 45 }.Build();

        session.Touch(At(20)).ShouldSucceed().ShouldBeTrue();

        (session.ExpiresAt, session.WarnAt).ShouldBe((At(45), At(40)));
    }

    [Fact]
    public void Touch_WhenItLastsAsLongAsItMay_IsActivityButNoRenewal()
    {
        var session = new SessionBuilder { Timeout = 30, MaxDuration = 45 }.Build();
        session.Touch(At(20)).ShouldSucceed();

        session.Touch(At(40)).ShouldSucceed().ShouldBeFalse();

        (session.LastActivityAt, session.ExpiresAt, session.RenewalCount).ShouldBe((At(40), At(45), 1));
    }

    [Fact]
    public void Renew_WhenItLastsAsLongAsItMay_Fails()
    {
        var session = new SessionBuilder { Timeout = 30, MaxDuration = 45 }.Build();
        session.Renew(At(15)).ShouldSucceed();

        var error = session.Renew(At(40)).ShouldFail("Session.MaxDurationReached");

        error.Kind.ShouldBe(ErrorKind.SessionRenewalFailed);
        (session.LastActivityAt, session.RenewalCount).ShouldBe((At(15), 1));
    }

    [Fact]
    public void RenewalCount_WhenSomeAttemptsFail_IsOfThoseThatSucceeded()
    {
        var session = new SessionBuilder { Timeout = 30, MaxDuration = 60 }.Build();

        foreach (var minute in new[] { 5, 10, 35, 50, 55, 70 }) session.Touch(At(minute));

        session.RenewalCount.ShouldBe(3);
        session.DomainEvents.OfType<SessionRenewed>().Select(renewed => renewed.RenewalCount).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Version_WithEachChange_IsOneMore()
    {
        var session = new SessionBuilder { AutoRenew = false }.Build();
        var versions = new List<long> { session.Version };

        void Note() => versions.Add(session.Version);
        session.Touch(At(1));
        Note();
        session.Renew(At(2));
        Note();
        session.Change(new SessionBuilder().Timeouts, At(3));
        Note();
        session.Warn(At(29));
        Note();
        session.Expire(At(60));
        Note();
        session.Touch(At(61));
        session.Warn(At(61));
        session.Expire(At(61));

        versions.ShouldBe([0, 1, 2, 3, 4, 5]);
        session.Version.ShouldBe(5);
    }
}
