using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>The channel is gone, which its listeners find when they look.</summary>
internal sealed class WakeWhenChannelDeleted(IFeedNotifier notifier) : INotificationHandler<Committed<ChannelDeleted>>
{
    public Task Handle(Committed<ChannelDeleted> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
