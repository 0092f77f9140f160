using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Application.Agents;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Agents;

/// <summary>How an agent is to answer; what is missing is left to the server's configuration. Settings of other names are kept, but for <c>secrets</c>.</summary>
public sealed class AgentSettingsFields
{
    /// <summary>llm: what the model is told before the conversation, at most 16,000 characters.</summary>
    public string? System { get; init; }

    /// <summary>llm: which model.</summary>
    public string? Model { get; init; }

    /// <summary>llm: the longest answer, in the model's tokens: 1 to 128,000.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>llm: 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>llm and webhook: how many messages of the channel go with the question: 0 to 100.</summary>
    public int? HistoryLength { get; init; }

    /// <summary>How long one attempt may take: 1 to 3600.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>webhook: whom to call, an absolute http or https URL without user name; required for that kind.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>Whether the same question may be answered from memory for an hour; false when missing.</summary>
    public bool? CacheReplies { get; init; }

    /// <summary>How many minutes its sessions last after their last activity, where they do not say: 5 to 1440, unless the server is configured otherwise. SESSION_TIMEOUT_MINUTES counts too.</summary>
    [AlsoSpelled("SESSION_TIMEOUT_MINUTES"), AlsoQuoted]
    public double? SessionTimeoutMinutes { get; init; }

    /// <summary>Whether messages and heartbeats begin their time anew. SESSION_AUTO_RENEW counts too.</summary>
    [AlsoSpelled("SESSION_AUTO_RENEW"), AlsoQuoted]
    public bool? SessionAutoRenew { get; init; }

    /// <summary>How many minutes they last after their creation, whatever happens: at least the timeout, at most 2880. SESSION_MAX_DURATION_MINUTES counts too.</summary>
    [AlsoSpelled("SESSION_MAX_DURATION_MINUTES"), AlsoQuoted]
    public double? SessionMaxDurationMinutes { get; init; }

    /// <summary>So many minutes before their end they count as near it: 1 or more. SESSION_WARNING_THRESHOLD_MINUTES counts too.</summary>
    [AlsoSpelled("SESSION_WARNING_THRESHOLD_MINUTES"), AlsoQuoted]
    public double? SessionWarningThresholdMinutes { get; init; }

    /// <summary>Settings that we have no use for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    internal AgentSettingsFields Over(AgentSettingsFields? other) => other is null ? this : new AgentSettingsFields
    {
        System = System ?? other.System,
        Model = Model ?? other.Model,
        MaxTokens = MaxTokens ?? other.MaxTokens,
        Temperature = Temperature ?? other.Temperature,
        HistoryLength = HistoryLength ?? other.HistoryLength,
        TimeoutSeconds = TimeoutSeconds ?? other.TimeoutSeconds,
        WebhookUrl = WebhookUrl ?? other.WebhookUrl,
        CacheReplies = CacheReplies ?? other.CacheReplies,
        SessionTimeoutMinutes = SessionTimeoutMinutes ?? other.SessionTimeoutMinutes,
        SessionAutoRenew = SessionAutoRenew ?? other.SessionAutoRenew,
        SessionMaxDurationMinutes = SessionMaxDurationMinutes ?? other.SessionMaxDurationMinutes,
        SessionWarningThresholdMinutes = SessionWarningThresholdMinutes ?? other.SessionWarningThresholdMinutes,
        Others = Others.Over(other.Others),
    };

    /// <param name="system">The character's own, which counts where the settings say nothing of it.</param>
    internal AgentSettingsInput ToInput(string? system) => new(
        System ?? system, Model, MaxTokens, Temperature, HistoryLength, TimeoutSeconds, WebhookUrl, CacheReplies,
        SessionTimeoutMinutes, SessionAutoRenew, SessionMaxDurationMinutes, SessionWarningThresholdMinutes);
}
