using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Which agents may post in whose name.</summary>
public interface IAgentGrantRepository
{
    Task<AgentGrant?> FindAsync(ActorId agent, ActorId user, CancellationToken cancellationToken);

    void Add(AgentGrant grant);

    void Remove(AgentGrant grant);
}
