using Eliza.Application.Common;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A session is over.</summary>
internal sealed class TellWhenSessionExpired(IFeedNotifier notifier) : INotificationHandler<Committed<SessionExpired>>
{
    public Task Handle(Committed<SessionExpired> notification, CancellationToken cancellationToken)
    {
        var ended = notification.Event;
        var payload = new SessionExpiredPayload(ended.SessionId.Value, ended.ChannelId.Value, "expired");
        notifier.Tell(ended.ChannelId, new FeedEvent(FeedEvents.SessionExpired, payload), ended.SessionId);
        return Task.CompletedTask;
    }
}
