using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public interface IAgentRepository
{
    Task<Agent?> FindAsync(ActorId id, CancellationToken cancellationToken);

    void Add(Agent agent);
}
