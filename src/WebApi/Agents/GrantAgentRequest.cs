using Eliza.Application.Agents.GrantAgent;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Agents;

/// <summary>The body of a grant.</summary>
public sealed class GrantAgentRequest : CreatingRequest
{
    /// <summary>The person in whose name the agent may post; the caller itself when missing, required of a service.</summary>
    public string? UserId { get; init; }

    internal GrantAgentCommand ToCommand(string agentId) => new(agentId, UserId);
}
