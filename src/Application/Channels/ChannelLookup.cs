using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>Channels are named by ids that clients write; what is no UUID names nothing.</summary>
internal static class ChannelLookup
{
    /// <summary>The channel without any participant loaded, or null.</summary>
    public static async Task<Channel?> FindAsync(this IChannelRepository channels, string channelId, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id) ? await channels.FindAsync(new ChannelById(id), cancellationToken) : null;

    /// <summary>The channel with just this participant and who decides about it loaded, changed by nobody else until all is done; or null.</summary>
    public static async Task<Channel?> FindAloneAsync(
        this IChannelRepository channels, string channelId, ActorId actor, Caller? decider, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id)
            ? await channels.FindAloneAsync(new ChannelWithParticipants(id, actor, decider?.Actor), cancellationToken)
            : null;

    /// <summary>The channel with who decides about it loaded, or null.</summary>
    /// <param name="channels">The repository.</param>
    /// <param name="channelId">The id as the client wrote it.</param>
    /// <param name="decider">Who decides; null for nobody.</param>
    /// <param name="alone">Whether nobody else may change the channel until all is done.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public static async Task<Channel?> FindForAsync(
        this IChannelRepository channels, string channelId, Caller? decider, bool alone, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(channelId, out var id)) return null;
        ISpecification<Channel> specification = decider?.Actor is { } actor ? new ChannelWithParticipants(id, actor, actor) : new ChannelById(id);
        return alone ? await channels.FindAloneAsync(specification, cancellationToken) : await channels.FindAsync(specification, cancellationToken);
    }

    /// <summary>The channel with just this participant and who decides about it loaded, or null.</summary>
    public static async Task<Channel?> FindWithParticipantsAsync(
        this IChannelRepository channels, string channelId, ActorId actor, Caller? decider, CancellationToken cancellationToken) =>
        ChannelId.TryParse(channelId, out var id)
            ? await channels.FindAsync(new ChannelWithParticipants(id, actor, decider?.Actor), cancellationToken)
            : null;
}
