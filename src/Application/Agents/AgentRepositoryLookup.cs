using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>Agents are named by ids that clients write; what is no id names nothing.</summary>
internal static class AgentRepositoryLookup
{
    /// <summary>The agent of that id, or null.</summary>
    public static async Task<Agent?> FindAsync(this IAgentRepository agents, string agentId, CancellationToken cancellationToken) =>
        ActorId.Create(agentId) is { IsSuccess: true } id ? await agents.FindAsync(id.Value, cancellationToken) : null;
}
