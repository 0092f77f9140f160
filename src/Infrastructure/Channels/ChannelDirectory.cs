using Eliza.Application.Channels;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Channels;

internal sealed class ChannelDirectory(ElizaDbContext db) : IChannelDirectory
{
    public async Task<ChannelEntry?> FindAsync(ChannelId id, CancellationToken cancellationToken)
    {
        var found = await db.Channels.Where(channel => channel.Id == id)
            .Select(channel => new
            {
                channel.ServerId,
                Agents = db.Participants
                    .Where(participant => participant.ChannelId == channel.Id && participant.Kind == ActorKind.Agent)
                    .Select(participant => participant.ActorId).ToList(),
            })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new ChannelEntry(id, found.ServerId, found.Agents);
    }

    public async Task<IReadOnlyList<ParticipantHandle>> FindHandlesAsync(
        ChannelId id, IReadOnlyCollection<string> handles, CancellationToken cancellationToken) =>
        await db.Participants.AsNoTracking()
            .Where(participant => participant.ChannelId == id
                && (handles.Contains(participant.ActorKey) || (participant.NameKey != null && handles.Contains(participant.NameKey))))
            .OrderBy(participant => participant.JoinedAt).ThenBy(participant => participant.ActorKey)
            .Select(participant => new ParticipantHandle(participant.ActorId, participant.ActorKey, participant.NameKey))
            .ToListAsync(cancellationToken);
}
