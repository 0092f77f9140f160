using Eliza.Application.Common;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A session's end is near.</summary>
internal sealed class TellWhenSessionExpirationWarned(IFeedNotifier notifier) : INotificationHandler<Committed<SessionExpirationWarned>>
{
    public Task Handle(Committed<SessionExpirationWarned> notification, CancellationToken cancellationToken)
    {
        var warned = notification.Event;
        var minutes = (int)Math.Ceiling(warned.TimeLeft.TotalMinutes);
        var payload = new SessionExpirationWarningPayload(warned.SessionId.Value, warned.ChannelId.Value, minutes, warned.ExpiresAt);
        notifier.Tell(warned.ChannelId, new FeedEvent(FeedEvents.SessionExpirationWarning, payload));
        return Task.CompletedTask;
    }
}
