using Eliza.Application.Common;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A session was ended.</summary>
internal sealed class TellWhenSessionDeleted(IFeedNotifier notifier) : INotificationHandler<Committed<SessionDeleted>>
{
    public Task Handle(Committed<SessionDeleted> notification, CancellationToken cancellationToken)
    {
        var ended = notification.Event;
        var payload = new SessionExpiredPayload(ended.SessionId.Value, ended.ChannelId.Value, "deleted");
        notifier.Tell(ended.ChannelId, new FeedEvent(FeedEvents.SessionExpired, payload), ended.SessionId);
        return Task.CompletedTask;
    }
}
