using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>The channel says something else of itself.</summary>
internal sealed class WakeWhenChannelUpdated(IFeedNotifier notifier) : INotificationHandler<Committed<ChannelUpdated>>
{
    public Task Handle(Committed<ChannelUpdated> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
