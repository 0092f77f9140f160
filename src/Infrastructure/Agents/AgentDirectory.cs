using AutoMapper.QueryableExtensions;
using AutoMapper;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class AgentDirectory(ElizaDbContext db, IConfigurationProvider mapping) : IAgentDirectory
{
    public Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken) =>
        FindAsync(db.Agents.Where(agent => agent.Id == id), cancellationToken);

    public Task<AgentEntry?> FindOldestActiveAsync(CancellationToken cancellationToken) =>
        FindAsync(db.Agents.Where(agent => agent.IsActive).OrderBy(agent => agent.CreatedAt).ThenBy(agent => agent.Id), cancellationToken);

    public async Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken) =>
        await db.Agents.AsNoTracking().Where(agent => ids.Contains(agent.Id))
            .ProjectTo<AgentResponse>(mapping)
            .ToDictionaryAsync(agent => agent.Id, agent => agent.WithoutWebhook(), cancellationToken);

    public async Task<SessionTimeoutChoice> FindSessionTimeoutsAsync(ActorId id, CancellationToken cancellationToken) =>
        (await db.Agents.Where(agent => agent.Id == id).Select(agent => agent.Settings).FirstOrDefaultAsync(cancellationToken))?.SessionTimeouts
        ?? SessionTimeoutChoice.None;

    public Task<bool> HasGrantAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) =>
        db.AgentGrants.AnyAsync(grant => grant.AgentId == agent && grant.UserId == user, cancellationToken);

    public Task<int> CountActiveAsync(CancellationToken cancellationToken) => db.Agents.CountAsync(agent => agent.IsActive, cancellationToken);

    private static async Task<AgentEntry?> FindAsync(IQueryable<Agent> agents, CancellationToken cancellationToken)
    {
        var found = await agents.Select(agent => new { agent.Id, agent.Name, agent.IsActive, agent.ReplyPolicy, agent.Kind })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null
            : new AgentEntry(found.Id, found.Name, new Listener(found.Id, found.IsActive, IsMuted: false, found.ReplyPolicy, found.Kind.FetchesRuns));
    }
}
