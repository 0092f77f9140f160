using Eliza.Application.Agents.AckRun;

namespace Eliza.WebApi.Agents;

/// <summary>The body by which an agent says that it is still at work.</summary>
public sealed class AckRunRequest
{
    /// <summary>As it was given with the message, a UUID. Required.</summary>
    public string? Lease { get; init; }

    /// <summary>How long the agent needs from now on: 10 to 3600; 60 when missing.</summary>
    public int? LeaseSeconds { get; init; }

    internal AckRunCommand ToCommand(string agentId, string runId) => new(agentId, runId, Lease, LeaseSeconds);
}
