using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class AgentRepository(ElizaDbContext db) : IAgentRepository
{
    public Task<Agent?> FindAsync(ActorId id, CancellationToken cancellationToken) =>
        db.Agents.FirstOrDefaultAsync(agent => agent.Id == id, cancellationToken);

    public void Add(Agent agent) => db.Add(agent);

    public void Remove(Agent agent) => db.Remove(agent);
}
