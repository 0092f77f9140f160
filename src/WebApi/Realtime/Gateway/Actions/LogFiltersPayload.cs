using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>What of the log a client wants.</summary>
internal sealed class LogFiltersPayload
{
    /// <summary>An agent's id; <c>all</c> or nothing for everything.</summary>
    [AlsoSpelled("agentName")]
    public string? AgentId { get; init; }

    /// <summary>The lowest level: trace, debug, info, warn, error, fatal; <c>all</c> or nothing for everything.</summary>
    public string? Level { get; init; }
}
