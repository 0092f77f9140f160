using Eliza.Application.Access;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Messages;

/// <summary>Whose words are whose: what was said may be changed by who may still say it.</summary>
internal sealed class MessageRights(IChannelDirectory channels, IAuthorship authorship)
{
    /// <summary>
    /// Whether the caller may act for the author in the channel as if it wrote there now: the author itself, an agent that it
    /// lets, or a trusted service. Who manages the channel is none of them.
    /// </summary>
    public async Task<bool> ActsForAsync(ActorId author, ChannelId channel, ICaller caller, CancellationToken cancellationToken) =>
        await authorship.FindAsync(author, cancellationToken) is not null
        && await channels.FindViewAsync(channel, author, cancellationToken) is { } view
        && view.Access.AllowsWriting(caller.Current);
}
