using Eliza.Application.Common;
using Eliza.Application.Sessions;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using FluentValidation;

namespace Eliza.Application.Agents;

/// <summary>What a client says of an agent's settings; what is null is left as it is.</summary>
public sealed record AgentSettingsInput(
    string? System, string? Model, int? MaxTokens, double? Temperature, int? HistoryLength, int? TimeoutSeconds, string? WebhookUrl, bool? CacheReplies,
    double? SessionTimeoutMinutes, bool? SessionAutoRenew, double? SessionMaxDurationMinutes, double? SessionWarningThresholdMinutes)
{
    /// <summary>The settings as they are then.</summary>
    internal AgentSettings Over(AgentSettings before) => new()
    {
        System = System ?? before.System,
        Model = Model ?? before.Model,
        MaxTokens = MaxTokens ?? before.MaxTokens,
        Temperature = Temperature ?? before.Temperature,
        HistoryLength = HistoryLength ?? before.HistoryLength,
        TimeoutSeconds = TimeoutSeconds ?? before.TimeoutSeconds,
        WebhookUrl = WebhookUrl ?? before.WebhookUrl,
        CacheReplies = CacheReplies ?? before.CacheReplies,
        SessionTimeouts = SessionTimeouts.Over(before.SessionTimeouts),
    };

    /// <summary>What is wrong with the longest duration that then counts, beside the timeout that then counts; null for nothing.</summary>
    internal Error? CheckSessions(AgentSettings before)
    {
        var after = Over(before).SessionTimeouts;
        return after.MaxDuration < after.Timeout ? SessionErrors.ShorterThanTimeout(after.Timeout!.Value) : null;
    }

    private SessionTimeoutChoice SessionTimeouts =>
        SessionTimeoutChoice.OfMinutes(SessionTimeoutMinutes, SessionMaxDurationMinutes, SessionWarningThresholdMinutes, SessionAutoRenew);
}

internal sealed class AgentSettingsInputValidator : AbstractValidator<AgentSettingsInput>
{
    public AgentSettingsInputValidator(SessionPolicy policy)
    {
        RuleFor(settings => settings.System).Optional(AgentSettings.CheckSystem);
        RuleFor(settings => settings.Model).Optional(AgentSettings.CheckModel);
        RuleFor(settings => settings.MaxTokens).Breaks(count => count is < 1 or > AgentSettings.MaxMaxTokens, $"must be from 1 to {AgentSettings.MaxMaxTokens}");
        RuleFor(settings => settings.Temperature).Breaks(heat => heat is < 0 or > AgentSettings.MaxTemperature, $"must be from 0 to {AgentSettings.MaxTemperature}");
        RuleFor(settings => settings.HistoryLength)
            .Breaks(count => count is < 0 or > AgentSettings.MaxHistoryLength, $"must be from 0 to {AgentSettings.MaxHistoryLength}");
        RuleFor(settings => settings.TimeoutSeconds)
            .Breaks(seconds => seconds is < 1 or > AgentSettings.MaxTimeoutSeconds, $"must be from 1 to {AgentSettings.MaxTimeoutSeconds}");
        RuleFor(settings => settings.WebhookUrl).Optional(AgentSettings.CheckWebhookUrl);
        RuleFor(settings => settings.SessionTimeoutMinutes).Within(policy.MinTimeout, policy.MaxTimeout);
        RuleFor(settings => settings.SessionMaxDurationMinutes).Within(policy.MinTimeout, policy.MaxDuration);
        RuleFor(settings => settings.SessionMaxDurationMinutes)
            .Breaks(_ => true, "must be at least the timeout")
            .When(settings => settings.SessionMaxDurationMinutes < settings.SessionTimeoutMinutes);
        RuleFor(settings => settings.SessionWarningThresholdMinutes).Within(SessionPolicy.MinWarning, policy.MaxDuration);
    }
}
