using Eliza.Application.Common;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>A session goes on for longer.</summary>
internal sealed class TellWhenSessionRenewed(IFeedNotifier notifier, TimeProvider time) : INotificationHandler<Committed<SessionRenewed>>
{
    public Task Handle(Committed<SessionRenewed> notification, CancellationToken cancellationToken)
    {
        var renewed = notification.Event;
        var payload = new SessionRenewedPayload(renewed.SessionId.Value, renewed.ChannelId.Value, renewed.ExpiresAt, renewed.RenewalCount, SessionTimes.Left(renewed.ExpiresAt, time));
        notifier.Tell(renewed.ChannelId, new FeedEvent(FeedEvents.SessionRenewed, payload));
        return Task.CompletedTask;
    }
}
