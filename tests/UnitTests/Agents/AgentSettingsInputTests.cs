using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

/// <summary>What a client says of how long an agent's sessions last.</summary>
public sealed class AgentSettingsInputTests
{
    private static readonly AgentSettings Before = new() { Model = "m", SessionTimeouts = SessionTimeoutChoice.OfMinutes(60, 600, 5, autoRenew: false) };

    [Fact]
    public void Over_WhenItSaysSomeOfIt_KeepsTheRest()
    {
        var after = Says(timeout: 30, autoRenew: true).Over(Before);

        after.SessionTimeouts.ShouldBe(SessionTimeoutChoice.OfMinutes(30, 600, 5, autoRenew: true));
        after.Model.ShouldBe("m");
        Says(maxDuration: 90, warning: 1.5).Over(Before).SessionTimeouts.ShouldBe(SessionTimeoutChoice.OfMinutes(60, 90, 1.5, autoRenew: false));
        Says().Over(Before).ShouldBe(Before);
        Says().Over(AgentSettings.None).ShouldBe(AgentSettings.None);
    }

    [Theory]
    [InlineData(null, 59.0, "must be at least the timeout, which is 60 minutes")]
    [InlineData(100.0, 99.0, "must be at least the timeout, which is 100 minutes")]
    [InlineData(null, 60.0, null)]
    [InlineData(30.0, 59.0, null)]
    [InlineData(700.0, null, "must be at least the timeout, which is 700 minutes")]
    [InlineData(600.0, null, null)]
    [InlineData(null, null, null)]
    public void CheckSessions_WhenEitherIsSaid_HoldsTheLongestDurationToTheTimeoutThatThenCounts(double? timeout, double? maxDuration, string? rule) =>
        (Says(timeout, maxDuration: maxDuration).CheckSessions(Before)?.Details).ShouldBe(rule);

    [Theory]
    [InlineData(null, 5.0, false)]
    [InlineData(60.0, 59.0, true)]
    public void CheckSessions_WhenThereIsNothingBefore_ComparesWhatIsSaid(double? timeout, double maxDuration, bool isWrong) =>
        (Says(timeout, maxDuration: maxDuration).CheckSessions(AgentSettings.None) is not null).ShouldBe(isWrong);

    [Theory]
    [InlineData(4.99, null, null, "SessionTimeoutMinutes: Field '{field}' must be from 5 to 1440 minutes")]
    [InlineData(1441.0, null, null, "SessionTimeoutMinutes: Field '{field}' must be from 5 to 1440 minutes")]
    [InlineData(null, 4.0, null, "SessionMaxDurationMinutes: Field '{field}' must be from 5 to 2880 minutes")]
    [InlineData(null, 2881.0, null, "SessionMaxDurationMinutes: Field '{field}' must be from 5 to 2880 minutes")]
    [InlineData(null, null, 0.5, "SessionWarningThresholdMinutes: Field '{field}' must be from 1 to 2880 minutes")]
    [InlineData(null, null, 2881.0, "SessionWarningThresholdMinutes: Field '{field}' must be from 1 to 2880 minutes")]
    [InlineData(60.0, 59.5, null, "SessionMaxDurationMinutes: Field '{field}' must be at least the timeout")]
    [InlineData(5.0, 5.0, 1.0, null)]
    [InlineData(1440.0, 2880.0, 2880.0, null)]
    [InlineData(null, 29.0, null, null)]
    [InlineData(null, null, null, null)]
    public void Validate_WhenOutOfRange_SaysSo(double? timeout, double? maxDuration, double? warning, string? failure) =>
        Failures.Of(new AgentSettingsInputValidator(SessionPolicies.Standard), Says(timeout, maxDuration, warning)).ShouldBe(failure is null ? [] : [failure]);

    [Fact]
    public void Validate_WhenTheServerSaysOtherwise_HasItsRanges() =>
        Failures.Of(new AgentSettingsInputValidator(SessionPolicies.Standard with { MinTimeout = TimeSpan.FromSeconds(6), MaxTimeout = TimeSpan.FromMinutes(10) }), Says(11, 800))
            .ShouldBe(["SessionTimeoutMinutes: Field '{field}' must be from 0.1 to 10 minutes", "SessionMaxDurationMinutes: Field '{field}' must be from 0.1 to 720 minutes"]);

    private static AgentSettingsInput Says(double? timeout = null, double? maxDuration = null, double? warning = null, bool? autoRenew = null) =>
        new(null, null, null, null, null, null, null, null, timeout, autoRenew, maxDuration, warning);
}
