using AutoMapper;
using AutoMapper.QueryableExtensions;
using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Channels;

internal sealed class ChannelMembers(ElizaDbContext db, IConfigurationProvider mapping) : IChannelMembers
{
    public async Task<IReadOnlyList<string>> ListIdsAsync(ChannelId channel, int atMost, CancellationToken cancellationToken)
    {
        var ids = await IdsOf(db, channel).Take(atMost + 1).ToListAsync(cancellationToken);
        return ids.Count > atMost ? [] : [.. ids.Select(id => id.Value)];
    }

    public async Task<Page<AgentResponse>> ListAgentsAsync(ChannelId channel, int limit, int offset, CancellationToken cancellationToken)
    {
        var agents = AgentsOf(db, channel);
        var items = await agents.Skip(offset).Take(limit).ProjectTo<AgentResponse>(mapping).ToListAsync(cancellationToken);
        return new Page<AgentResponse>([.. items.Select(agent => agent.ForStrangers())], limit, offset, await agents.CountAsync(cancellationToken));
    }

    internal static IQueryable<ActorId> IdsOf(ElizaDbContext db, ChannelId channel) => db.Participants
        .Where(participant => participant.ChannelId == channel)
        .OrderBy(participant => participant.JoinedAt).ThenBy(participant => participant.ActorKey)
        .Select(participant => participant.ActorId);

    /// <summary>Those that still exist: what was deleted may have left its place behind.</summary>
    internal static IQueryable<Agent> AgentsOf(ElizaDbContext db, ChannelId channel) => db.Participants.AsNoTracking()
        .Where(participant => participant.ChannelId == channel && participant.Kind == ActorKind.Agent)
        .Join(db.Agents, participant => participant.ActorId, agent => agent.Id, (participant, agent) => new { participant, agent })
        .OrderBy(member => member.participant.JoinedAt).ThenBy(member => member.participant.ActorKey)
        .Select(member => member.agent);
}
