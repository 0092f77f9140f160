using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using static Eliza.UnitTests.TestData.SessionBuilder;

namespace Eliza.UnitTests.Sessions;

/// <summary>The warning of a session's end: once for each.</summary>
public sealed class SessionWarningTests
{
    [Fact]
    public void Warn_WhenTheEndIsNear_IsToldOnce()
    {
        var session = new SessionBuilder().Build();

        session.Warn(At(24.999)).ShouldBeFalse();
        session.Warn(At(26)).ShouldBeTrue();
        session.Warn(At(26)).ShouldBeFalse();
        session.Warn(At(29)).ShouldBeFalse();

        session.WarnedAt.ShouldBe(At(26));
        session.DomainEvents.OfType<SessionExpirationWarned>().ShouldBe([new SessionExpirationWarned(Id, Ids.Channel, At(30), TimeSpan.FromMinutes(4))]);
    }

    [Fact]
    public void Warn_WhenItIsOver_ComesTooLate()
    {
        var session = new SessionBuilder().Build();

        session.Warn(At(30)).ShouldBeFalse();

        session.WarnedAt.ShouldBeNull();
    }

    [Fact]
    public void Warn_AfterARenewal_IsToldOfTheNewEndToo()
    {
        var session = new SessionBuilder().Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Touch(At(27)).ShouldSucceed().ShouldBeTrue();

        session.WarnedAt.ShouldBeNull();
        session.Warn(At(51)).ShouldBeFalse();
        session.Warn(At(52)).ShouldBeTrue();
        session.DomainEvents.OfType<SessionExpirationWarned>().Select(warned => warned.ExpiresAt).ShouldBe([At(30), At(57)]);
    }

    [Theory]
    [InlineData(false, 720)]
    [InlineData(true, 30)]
    public void Warn_AfterActivityThatRenewsNothing_IsNotToldAgain(bool autoRenew, double maxDuration)
    {
        var session = new SessionBuilder { AutoRenew = autoRenew, MaxDuration = maxDuration }.Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Touch(At(27)).ShouldSucceed().ShouldBeFalse();

        session.Warn(At(28)).ShouldBeFalse();
    }

    [Fact]
    public void Warn_WhenTheEndComesNearerStill_IsNotToldAgain()
    {
        var session = new SessionBuilder().Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Change(new SessionBuilder { Timeout = 29 }.Timeouts, At(27)).ShouldSucceed();

        session.Warn(At(27)).ShouldBeFalse();
    }

    [Fact]
    public void Warn_WhenTheThresholdGrowsAfterTheWarning_IsNotToldAgain()
    {
        var session = new SessionBuilder().Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Change(new SessionBuilder { Warning = 10 }.Timeouts, At(27)).ShouldSucceed();

        session.Warn(At(28)).ShouldBeFalse();
    }

    [Fact]
    public void Warn_WhenTheThresholdIsStillToBeCrossed_IsToldWhenItIs()
    {
        var session = new SessionBuilder().Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Change(new SessionBuilder { Warning = 1 }.Timeouts, At(27)).ShouldSucceed();

        (session.IsNearEnd(At(27)), session.Warn(At(28))).ShouldBe((false, false));
        session.Warn(At(29)).ShouldBeTrue();
        session.Warn(At(29.5)).ShouldBeFalse();
    }

    [Fact]
    public void Warn_WhenALowerThresholdIsPastToo_IsNotToldAgain()
    {
        var session = new SessionBuilder().Build();
        session.Warn(At(26)).ShouldBeTrue();

        session.Change(new SessionBuilder { Warning = 4 }.Timeouts, At(27)).ShouldSucceed();

        session.Warn(At(28)).ShouldBeFalse();
    }
}
