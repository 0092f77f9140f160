using Eliza.Application.Health;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Health;

internal sealed class ServerOverview(ElizaDbContext db) : IServerOverview
{
    private const string Active = "active";
    private const string Inactive = "inactive";

    public async Task<IReadOnlyList<ServerSummary>> ListServersAsync(CancellationToken cancellationToken)
    {
        var servers = await db.Servers.AsNoTracking()
            .OrderBy(server => server.CreatedAt).ThenBy(server => server.Id).Take(IServerOverview.MaxItems)
            .Select(server => new { server.Id, server.Name }).ToListAsync(cancellationToken);
        var ids = servers.Select(server => server.Id).ToList();
        var agents = await db.ServerAgents.AsNoTracking().Where(member => ids.Contains(member.ServerId))
            .OrderBy(member => member.ServerId).ThenBy(member => member.AgentId).Take(IServerOverview.MaxItems)
            .Select(member => new { member.ServerId, member.AgentId }).ToListAsync(cancellationToken);
        var agentsOf = agents.ToLookup(member => member.ServerId, member => member.AgentId.Value);
        return [.. servers.Select(server => new ServerSummary(server.Id.Value, server.Name.Value, Active, [.. agentsOf[server.Id]]))];
    }

    public async Task<IReadOnlyList<AgentSummary>> ListAgentsAsync(CancellationToken cancellationToken)
    {
        var agents = await db.Agents.AsNoTracking()
            .OrderBy(agent => agent.CreatedAt).ThenBy(agent => agent.Id).Take(IServerOverview.MaxItems)
            .Select(agent => new { agent.Id, agent.Name, agent.IsActive }).ToListAsync(cancellationToken);
        return [.. agents.Select(agent => new AgentSummary(agent.Id.Value, agent.Name.Value, agent.IsActive ? Active : Inactive))];
    }

    public async Task<AgentCounts> CountAgentsAsync(CancellationToken cancellationToken)
    {
        var total = await db.Agents.CountAsync(cancellationToken);
        var active = await db.Agents.CountAsync(agent => agent.IsActive, cancellationToken);
        return new AgentCounts(total, active, total - active);
    }
}
