using Eliza.Application.Common;
using Eliza.Domain.Agents;
using FluentValidation;

namespace Eliza.Application.Agents;

/// <summary>What a client says of an agent's settings; what is null is left as it is.</summary>
public sealed record AgentSettingsInput(
    string? System, string? Model, int? MaxTokens, double? Temperature, int? HistoryLength, int? TimeoutSeconds, string? WebhookUrl, bool? CacheReplies)
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
    };
}

internal sealed class AgentSettingsInputValidator : AbstractValidator<AgentSettingsInput>
{
    public AgentSettingsInputValidator()
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
    }
}
