using Eliza.Application.Common;
using Eliza.Domain.Messages.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A message is gone.</summary>
internal sealed class WakeWhenMessageDeleted(IFeedNotifier notifier) : INotificationHandler<Committed<MessageDeleted>>
{
    public Task Handle(Committed<MessageDeleted> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
