using Eliza.Application.Channels;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Channels;

internal sealed class ChannelDirectory(ElizaDbContext db) : IChannelDirectory
{
    public async Task<ChannelView?> FindViewAsync(ChannelId id, ActorId? reader, CancellationToken cancellationToken)
    {
        var found = await db.Channels.Where(channel => channel.Id == id)
            .Select(channel => new
            {
                channel.ServerId,
                channel.IsPrivate,
                Role = db.Participants
                    .Where(participant => participant.ChannelId == channel.Id && participant.ActorId == reader)
                    .Select(participant => (ParticipantRole?)participant.Role).FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new ChannelView(id, found.ServerId, new ChannelAccess(found.IsPrivate, found.Role));
    }

    public async Task<ChannelEntry?> FindAsync(ChannelId id, ActorId author, CancellationToken cancellationToken)
    {
        var found = await db.Channels.Where(channel => channel.Id == id)
            .Select(channel => new
            {
                channel.ServerId,
                channel.Type,
                channel.IsPrivate,
                Role = db.Participants
                    .Where(participant => participant.ChannelId == channel.Id && participant.ActorId == author)
                    .Select(participant => (ParticipantRole?)participant.Role).FirstOrDefault(),
                Agents = db.Participants
                    .Where(participant => participant.ChannelId == channel.Id && participant.Kind == ActorKind.Agent)
                    .Join(db.Agents, participant => participant.ActorId, agent => agent.Id,
                        (participant, agent) => new { agent.Id, agent.IsActive, participant.IsMuted, agent.ReplyPolicy, agent.Kind }).ToList(),
            })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new ChannelEntry(id, found.ServerId, found.Type, new ChannelAccess(found.IsPrivate, found.Role),
            [.. found.Agents.Select(agent => new Listener(agent.Id, agent.IsActive, agent.IsMuted, agent.ReplyPolicy, agent.Kind.FetchesRuns))]);
    }

    public async Task<ChannelId?> FindRoomAsync(string roomId, CancellationToken cancellationToken)
    {
        if (ChannelId.TryParse(roomId, out var id) && await db.Channels.AnyAsync(channel => channel.Id == id, cancellationToken)) return id;
        return await MirrorsOf(db, roomId).Select(channel => (ChannelId?)channel.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The channels of the default server that mirror a room of that id, on whichever platform.</summary>
    internal static IQueryable<Channel> MirrorsOf(ElizaDbContext db, string roomId)
    {
        var room = roomId.ToLowerInvariant();
        Source?[] sources = [.. PlatformNames.All.Select(platform => Source.Create(platform, room)).Where(source => source.IsSuccess).Select(source => source.Value)];
        return db.Channels.Where(channel => channel.ServerId == ServerId.Default && sources.Contains(channel.Source));
    }

    public async Task<IReadOnlyList<ParticipantHandle>> FindHandlesAsync(
        ChannelId id, IReadOnlyCollection<string> handles, CancellationToken cancellationToken)
    {
        var called = await CalledBy(db, id, handles).AsNoTracking().ToListAsync(cancellationToken);
        return [.. called
            .DistinctBy(participant => participant.ActorId)
            .OrderBy(participant => participant.JoinedAt).ThenBy(participant => participant.ActorKey, StringComparer.Ordinal)
            .Select(participant => new ParticipantHandle(participant.ActorId, participant.ActorKey, participant.NameKey) { Kind = participant.Kind })];
    }

    /// <summary>
    /// Two look-ups, each in its index: with one condition for both the database would read every participant of the
    /// channel. Whoever is called by id and by name comes twice.
    /// </summary>
    internal static IQueryable<Participant> CalledBy(ElizaDbContext db, ChannelId id, IReadOnlyCollection<string> handles)
    {
        var participants = db.Participants.Where(participant => participant.ChannelId == id);
        return participants.Where(participant => handles.Contains(participant.ActorKey))
            .Concat(participants.Where(participant => participant.NameKey != null && handles.Contains(participant.NameKey)));
    }
}
