using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>Messages are gone.</summary>
internal sealed class WakeWhenChannelCleared(IFeedNotifier notifier) : INotificationHandler<Committed<ChannelCleared>>
{
    public Task Handle(Committed<ChannelCleared> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
