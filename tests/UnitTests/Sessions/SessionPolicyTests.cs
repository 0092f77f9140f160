using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Sessions;

public sealed class SessionPolicyTests
{
    private static readonly SessionPolicy Policy = SessionPolicies.Standard;

    [Fact]
    public void Of_WhenTheAgentSaysNothing_IsAsTheServerSays() => Policy.Of(SessionTimeoutChoice.None).ShouldBe(Policy.Defaults);

    [Theory]
    [InlineData(60.0, null, null, null, 60, 720, 5, true)]
    [InlineData(null, 100.0, null, false, 30, 100, 5, false)]
    [InlineData(null, null, 1.0, null, 30, 720, 1, true)]
    [InlineData(60.0, 600.0, 20.0, false, 60, 600, 20, false)]
    public void Of_WhenTheAgentSaysSomething_PutsItBeforeTheServers(
        double? timeout, double? maxDuration, double? warning, bool? autoRenew, double expectedTimeout, double expectedMax, double expectedWarning, bool expectedRenew) =>
        Policy.Of(SessionTimeoutChoice.OfMinutes(timeout, maxDuration, warning, autoRenew)).ShouldBe(Minutes(expectedTimeout, expectedMax, expectedWarning, expectedRenew, isChosen: maxDuration is not null));

    [Theory]
    [InlineData(1.0, 1.0, 0.0, 5, 5, 1)]
    [InlineData(9000.0, 9000.0, 9000.0, 1440, 2880, 2880)]
    public void Of_WhenTheAgentsChoiceIsOutsideThePolicy_BringsItWithin(
        double timeout, double maxDuration, double warning, double expectedTimeout, double expectedMax, double expectedWarning) =>
        Policy.Of(SessionTimeoutChoice.OfMinutes(timeout, maxDuration, warning, null)).ShouldBe(Minutes(expectedTimeout, expectedMax, expectedWarning, isChosen: true));

    [Fact]
    public void Of_WhenTheAgentsTimeoutIsLongerThanTheServersLongestDuration_LetsItLast() =>
        Policy.Of(SessionTimeoutChoice.OfMinutes(1000, null, null, null)).ShouldBe(Minutes(1000, 1000, 5));

    [Fact]
    public void Of_WhenTheAgentSaysOnlyALongestDurationBelowTheServersTimeout_EndsThemByIt() =>
        Policy.Of(SessionTimeoutChoice.OfMinutes(null, 10, null, null)).ShouldBe(Minutes(10, 10, 5, isChosen: true));

    [Fact]
    public void Of_WhenTheAgentsLongestDurationIsBelowItsTimeout_IsAsLongAsThat() =>
        Policy.Of(SessionTimeoutChoice.OfMinutes(60, 10, null, null)).ShouldBe(Minutes(60, 60, 5, isChosen: true));

    [Theory]
    [InlineData(1440, 720, 2880)]
    [InlineData(10, 720, 720)]
    [InlineData(360, 720, 720)]
    public void MaxDuration_WhenAsked_IsTwiceTheLongestTimeoutOrTheServersOwn(double maxTimeout, double ownMax, double expected)
    {
        var policy = Policy with { MaxTimeout = TimeSpan.FromMinutes(maxTimeout), Defaults = Policy.Defaults with { MaxDuration = TimeSpan.FromMinutes(ownMax) } };

        policy.MaxDuration.ShouldBe(TimeSpan.FromMinutes(expected));
    }

    private static SessionTimeouts Minutes(double timeout, double maxDuration, double warning, bool autoRenew = true, bool isChosen = false) =>
        new(TimeSpan.FromMinutes(timeout), TimeSpan.FromMinutes(maxDuration), TimeSpan.FromMinutes(warning), autoRenew) { IsMaxDurationChosen = isChosen };
}
