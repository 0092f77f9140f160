using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionTimeoutsTests
{
    private static readonly SessionTimeouts Before = new SessionBuilder { Timeout = 30, MaxDuration = 60, Warning = 5, AutoRenew = true }.Timeouts;

    [Theory]
    [InlineData(null, null, null, null, 30, 60, 5, true)]
    [InlineData(20.0, null, null, null, 20, 60, 5, true)]
    [InlineData(null, 100.0, null, null, 30, 100, 5, true)]
    [InlineData(null, null, 50.0, null, 30, 60, 50, true)]
    [InlineData(null, null, null, false, 30, 60, 5, false)]
    [InlineData(61.0, null, null, null, 61, 61, 5, true)]
    [InlineData(40.0, 20.0, null, null, 40, 20, 5, true)]
    [InlineData(0.5, 0.5, 1.5, false, 0.5, 0.5, 1.5, false)]
    public void With_WhenSomeIsChosen_PutsItInThePlaceAndLetsOnlyWhatNobodyChoseGiveWay(
        double? timeout, double? maxDuration, double? warning, bool? autoRenew, double expectedTimeout, double expectedMax, double expectedWarning, bool expectedRenew) =>
        Before.With(SessionTimeoutChoice.OfMinutes(timeout, maxDuration, warning, autoRenew)).ShouldBe(
            new SessionBuilder { Timeout = expectedTimeout, MaxDuration = expectedMax, Warning = expectedWarning, AutoRenew = expectedRenew }.Timeouts
                with { IsMaxDurationChosen = maxDuration is not null });

    [Fact]
    public void With_WhenTheLongestDurationWasChosenBefore_DoesNotGiveWay()
    {
        var chosen = Before.With(SessionTimeoutChoice.OfMinutes(null, 60, null, null));

        chosen.With(SessionTimeoutChoice.OfMinutes(61, null, null, null)).IsConsistent.ShouldBeFalse();
        chosen.With(SessionTimeoutChoice.OfMinutes(60, null, null, null)).IsConsistent.ShouldBeTrue();
        chosen.With(SessionTimeoutChoice.OfMinutes(61, 61, null, null)).IsConsistent.ShouldBeTrue();
    }

    [Fact]
    public void OfMinutes_WhenPartsOfMinutesAreChosen_KeepsThemToTheMillisecond()
    {
        var choice = SessionTimeoutChoice.OfMinutes(0.1, 1.0 / 3, 1440, null);

        (choice.Timeout, choice.MaxDuration, choice.WarningThreshold, choice.AutoRenew)
            .ShouldBe((TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(20), TimeSpan.FromDays(1), (bool?)null));
        SessionTimeoutChoice.OfMinutes(7.00001, null, null, null).Timeout.ShouldBe(TimeSpan.FromMilliseconds(420_001));
    }

    [Fact]
    public void OfMinutes_WhenNothingIsChosen_IsNone() => SessionTimeoutChoice.OfMinutes(null, null, null, null).ShouldBe(SessionTimeoutChoice.None);

    [Fact]
    public void Over_WhenAnEarlierChoiceSaysMore_KeepsWhatTheLaterDoesNotSay()
    {
        var earlier = SessionTimeoutChoice.OfMinutes(60, 600, 5, autoRenew: false);

        SessionTimeoutChoice.OfMinutes(30, null, null, autoRenew: true).Over(earlier).ShouldBe(SessionTimeoutChoice.OfMinutes(30, 600, 5, autoRenew: true));
        SessionTimeoutChoice.OfMinutes(null, 90, 1, null).Over(earlier).ShouldBe(SessionTimeoutChoice.OfMinutes(60, 90, 1, autoRenew: false));
        SessionTimeoutChoice.None.Over(earlier).ShouldBe(earlier);
    }
}
