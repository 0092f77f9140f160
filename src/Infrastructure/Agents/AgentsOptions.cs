using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>The section <c>Agents</c> of the configuration.</summary>
internal sealed class AgentsOptions
{
    public const string Section = "Agents";

    /// <summary>How long an agent may think about one message, unless its own settings say: 1 to 3600.</summary>
    public int ReplyTimeoutSeconds { get; set; } = 30;

    /// <summary>How many messages one agent works on at once, in as many channels: 1 to 10000.</summary>
    public int MaxConcurrentRuns { get; set; } = 64;

    /// <summary>How long a webhook that has answered 202 may take to answer through <c>/submit</c>: 1 to 3600.</summary>
    public int WebhookReplySeconds { get; set; } = 300;

    /// <summary>Whether webhooks may lie in the operator's own network. Whoever may make agents can then call whatever this server reaches.</summary>
    public bool AllowPrivateAddresses { get; set; }

    public static bool IsTime(int seconds) => seconds is >= 1 and <= AgentSettings.MaxTimeoutSeconds;
}
