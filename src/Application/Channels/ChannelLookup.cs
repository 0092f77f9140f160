using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Channels are named by ids that clients write; what is no UUID names nothing.</summary>
internal static class ChannelLookup
{
    /// <summary>The channel without any participant loaded, or null.</summary>
    public static async Task<Channel?> FindAsync(this IChannelRepository channels, string channelId, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id) ? await channels.FindAsync(new ChannelById(id), cancellationToken) : null;

    /// <summary>The channel with just this participant and who decides about it loaded, or null.</summary>
    public static async Task<Channel?> FindWithParticipantsAsync(
        this IChannelRepository channels, string channelId, ActorId actor, Caller? decider, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id)
            ? await channels.FindAsync(new ChannelWithParticipants(id, actor, decider?.Actor), cancellationToken)
            : null;
}
