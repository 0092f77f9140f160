using Eliza.Application.Servers.AddServerAgent;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Servers;

/// <summary>The body of an agent's addition to a server.</summary>
public sealed class AddServerAgentRequest : CreatingRequest
{
    /// <summary>The agent's id. Required.</summary>
    public string? AgentId { get; init; }

    internal AddServerAgentCommand ToCommand(string serverId) => new(serverId, AgentId);
}
