using System.ComponentModel.DataAnnotations;

namespace Eliza.Infrastructure.Agents;

/// <summary>The section <c>Agents</c> of the configuration.</summary>
internal sealed class AgentsOptions
{
    public const string Section = "Agents";

    /// <summary>How long an agent may think about one message.</summary>
    [Range(1, 3600)]
    public int ReplyTimeoutSeconds { get; set; } = 30;

    /// <summary>How many messages one agent works on at once, in as many channels.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentRuns { get; set; } = 64;
}
