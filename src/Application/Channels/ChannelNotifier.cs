using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

internal sealed class ChannelNotifier(IChannelRepository channels) : IChannelNotifier
{
    public async Task TellClearedAsync(ChannelId channel, ActorId? user, long count, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(new ChannelById(channel), cancellationToken) is { } found) found.TellCleared(user, count);
    }
}
