using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class AgentGrantRepository(ElizaDbContext db) : IAgentGrantRepository
{
    public Task<AgentGrant?> FindAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) =>
        db.AgentGrants.FirstOrDefaultAsync(grant => grant.AgentId == agent && grant.UserId == user, cancellationToken);

    public void Add(AgentGrant grant) => db.Add(grant);

    public void Remove(AgentGrant grant) => db.Remove(grant);
}
