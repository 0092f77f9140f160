using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Agents, loaded to be changed.</summary>
public interface IAgentRepository
{
    Task<Agent?> FindAsync(ActorId id, CancellationToken cancellationToken);

    void Add(Agent agent);

    /// <summary>With it go its keys, grants, memories and its places on servers.</summary>
    void Remove(Agent agent);
}
