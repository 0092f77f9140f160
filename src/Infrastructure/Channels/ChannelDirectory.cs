using Eliza.Application.Channels;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Channels;

internal sealed class ChannelDirectory(ElizaDbContext db, KnownChannels channels, KnownAgents agents, Premises premises) : IChannelDirectory
{
    public async Task<ChannelView?> FindViewAsync(ChannelId id, ActorId? reader, CancellationToken cancellationToken) =>
        await FindKnownAsync(id, cancellationToken) is { } channel
            ? new ChannelView(id, channel.ServerId, await FindAccessAsync(channel, reader, cancellationToken))
            : null;

    public async Task<ChannelEntry?> FindAsync(ChannelId id, ActorId author, CancellationToken cancellationToken) =>
        await FindKnownAsync(id, cancellationToken) is { } channel
            ? new ChannelEntry(
                id, channel.ServerId, channel.Type, await FindAccessAsync(channel, author, cancellationToken), await ListListenersAsync(channel, cancellationToken))
            : null;

    public void Forget(ChannelId id) => channels.Forget(id);

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

    private async Task<KnownChannel?> FindKnownAsync(ChannelId id, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAsync(id, cancellationToken);
        if (channel is not null) premises.Add(id, channel.Revision);
        return channel;
    }

    private async Task<ChannelAccess> FindAccessAsync(KnownChannel channel, ActorId? actor, CancellationToken cancellationToken) =>
        new(channel.IsPrivate, actor is null ? null : await channels.FindRoleAsync(channel, actor, cancellationToken));

    private async Task<IReadOnlyList<Listener>> ListListenersAsync(KnownChannel channel, CancellationToken cancellationToken)
    {
        var places = await channels.ListAgentsAsync(channel, cancellationToken);
        if (places.Count == 0) return [];

        var revision = await agents.FindRevisionAsync(cancellationToken);
        premises.AddAgents(revision);
        var listeners = new List<Listener>(places.Count);
        foreach (var place in places)
        {
            if (await agents.FindAsync(revision, place.Agent, cancellationToken) is { } agent) listeners.Add(agent.Listener with { IsMuted = place.IsMuted });
        }
        return listeners;
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
