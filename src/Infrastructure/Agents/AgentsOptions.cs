namespace Eliza.Infrastructure.Agents;

/// <summary>The section <c>Agents</c> of the configuration.</summary>
internal sealed class AgentsOptions
{
    public const string Section = "Agents";

    /// <summary>How long an agent may think about one message: 1 to 3600.</summary>
    public int ReplyTimeoutSeconds { get; set; } = 30;

    /// <summary>How many messages one agent works on at once, in as many channels: 1 to 10000.</summary>
    public int MaxConcurrentRuns { get; set; } = 64;
}
