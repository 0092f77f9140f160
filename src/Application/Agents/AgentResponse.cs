using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Application.Agents;

/// <summary>
/// An agent as clients see it: <c>Status</c> is active or inactive, and <c>Enabled</c> says the same; <c>CreatedAt</c> and
/// <c>UpdatedAt</c> are in Unix seconds. What its makers tell of it (bio, topics, style …) stands beside that, as they wrote it.
/// </summary>
public sealed record AgentResponse(string Id, string Name, string Status, string Kind, long CreatedAt)
{
    public long UpdatedAt { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>mention or always.</summary>
    public string ReplyPolicy { get; init; } = "mention";

    /// <summary>What its model is told before the conversation; null for nothing, and for those who do not manage the agent.</summary>
    public string? System { get; init; }

    public AgentSettingsResponse Settings { get; init; } = new();

    /// <summary>What signs the calls to its webhook, in the one answer that shows it.</summary>
    [JsonPropertyName("webhookSecret")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedSecret { get; init; }

    /// <summary>What its makers tell of it, field by field.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Character { get; init; }

    /// <summary>
    /// For those who do not manage the agent: its webhook's URL may hold a secret, and so may settings that we do not know; how it is
    /// instructed is its makers' own.
    /// </summary>
    public AgentResponse ForStrangers() => this with { System = null, Settings = Settings with { System = null, WebhookUrl = null, Others = null } };

    /// <summary>A record would print its secret.</summary>
    public override string ToString() => $"{nameof(AgentResponse)} {Id}";
}

/// <summary>
/// How an agent is to answer; what is null is left to the server's configuration. Settings that we have no use for stand beside them.
/// Those, <c>System</c> and <c>WebhookUrl</c> only those see who manage the agent, and the agent itself.
/// </summary>
public sealed record AgentSettingsResponse
{
    public string? System { get; init; }

    public string? Model { get; init; }

    public int? MaxTokens { get; init; }

    public double? Temperature { get; init; }

    public int? HistoryLength { get; init; }

    public int? TimeoutSeconds { get; init; }

    public string? WebhookUrl { get; init; }

    public bool CacheReplies { get; init; }

    /// <summary>How long its sessions last from their last activity on, in minutes, where they do not say themselves.</summary>
    public double? SessionTimeoutMinutes { get; init; }

    /// <summary>Whether messages and heartbeats renew its sessions.</summary>
    public bool? SessionAutoRenew { get; init; }

    /// <summary>How long its sessions last from their creation on, whatever happens.</summary>
    public double? SessionMaxDurationMinutes { get; init; }

    /// <summary>So long before their end its sessions count as near it.</summary>
    public double? SessionWarningThresholdMinutes { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}
