using Eliza.Application.Common;
using Eliza.Domain.Sessions;
using FluentValidation;

namespace Eliza.Application.Sessions;

/// <summary>What a client says of how long a session lasts, in minutes; what is null is left as it is.</summary>
public record SessionTimeoutInput(double? TimeoutMinutes, bool? AutoRenew, double? MaxDurationMinutes, double? WarningThresholdMinutes)
{
    internal SessionTimeoutChoice ToChoice() => SessionTimeoutChoice.OfMinutes(TimeoutMinutes, MaxDurationMinutes, WarningThresholdMinutes, AutoRenew);
}

internal sealed class SessionTimeoutInputValidator : AbstractValidator<SessionTimeoutInput>
{
    public SessionTimeoutInputValidator(SessionPolicy policy)
    {
        RuleFor(input => input.TimeoutMinutes).Within(policy.MinTimeout, policy.MaxTimeout);
        RuleFor(input => input.MaxDurationMinutes).Within(policy.MinTimeout, policy.MaxDuration);
        RuleFor(input => input.MaxDurationMinutes).Breaks(_ => true, "must be at least the timeout")
            .When(input => input.MaxDurationMinutes < input.TimeoutMinutes);
        RuleFor(input => input.WarningThresholdMinutes).Within(SessionPolicy.MinWarning, policy.MaxDuration);
    }
}
