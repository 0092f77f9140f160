using Eliza.Application.Common;
using Eliza.Domain.Messages.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A message was said; whom it calls by name is told wherever it listens.</summary>
internal sealed class WakeWhenMessagePosted(IFeedNotifier notifier) : INotificationHandler<Committed<MessagePosted>>
{
    public Task Handle(Committed<MessagePosted> notification, CancellationToken cancellationToken)
    {
        var posted = notification.Event;
        notifier.Wake(posted.ChannelId);
        return posted.Mentions.Count == 0 ? Task.CompletedTask : notifier.MentionAsync(posted.MessageId, posted.Mentions, cancellationToken);
    }
}
