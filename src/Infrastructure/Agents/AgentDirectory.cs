using AutoMapper.QueryableExtensions;
using AutoMapper;
using Eliza.Application.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class AgentDirectory(ElizaDbContext db, KnownAgents known, Premises premises, IConfigurationProvider mapping) : IAgentDirectory
{
    public async Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken)
    {
        var revision = await known.FindRevisionAsync(cancellationToken);
        premises.AddAgents(revision);
        return await known.FindAsync(revision, id, cancellationToken);
    }

    public Task<AgentEntry?> FindOldestActiveAsync(CancellationToken cancellationToken) =>
        KnownAgents.ReadAsync(db.Agents.Where(agent => agent.IsActive).OrderBy(agent => agent.CreatedAt).ThenBy(agent => agent.Id), cancellationToken);

    public async Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken) =>
        await db.Agents.AsNoTracking().Where(agent => ids.Contains(agent.Id))
            .ProjectTo<AgentResponse>(mapping)
            .ToDictionaryAsync(agent => agent.Id, agent => agent.ForStrangers(), cancellationToken);

    public async Task<SessionTimeoutChoice> FindSessionTimeoutsAsync(ActorId id, CancellationToken cancellationToken) =>
        (await db.Agents.Where(agent => agent.Id == id).Select(agent => agent.Settings).FirstOrDefaultAsync(cancellationToken))?.SessionTimeouts
        ?? SessionTimeoutChoice.None;

    public Task<bool> HasGrantAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) =>
        db.AgentGrants.AnyAsync(grant => grant.AgentId == agent && grant.UserId == user, cancellationToken);

    public Task<int> CountActiveAsync(CancellationToken cancellationToken) => db.Agents.CountAsync(agent => agent.IsActive, cancellationToken);
}
