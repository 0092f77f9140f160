using Eliza.Application.Common;
using Eliza.Domain.Messages.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A message says something else.</summary>
internal sealed class WakeWhenMessageEdited(IFeedNotifier notifier) : INotificationHandler<Committed<MessageEdited>>
{
    public Task Handle(Committed<MessageEdited> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
