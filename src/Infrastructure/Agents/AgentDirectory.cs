using AutoMapper;
using AutoMapper.QueryableExtensions;
using Eliza.Application.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class AgentDirectory(ElizaDbContext db, IConfigurationProvider mapping) : IAgentDirectory
{
    public Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken) =>
        db.Agents.Where(agent => agent.Id == id)
            .Select(agent => new AgentEntry(agent.Id, agent.Name))
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken) =>
        await db.Agents.AsNoTracking().Where(agent => ids.Contains(agent.Id))
            .ProjectTo<AgentResponse>(mapping)
            .ToDictionaryAsync(agent => agent.Id, cancellationToken);

    public Task<bool> HasGrantAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) =>
        db.AgentGrants.AnyAsync(grant => grant.AgentId == agent && grant.UserId == user, cancellationToken);

    public Task<int> CountActiveAsync(CancellationToken cancellationToken) => db.Agents.CountAsync(agent => agent.IsActive, cancellationToken);
}
