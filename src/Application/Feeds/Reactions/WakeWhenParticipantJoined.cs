using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>Somebody came.</summary>
internal sealed class WakeWhenParticipantJoined(IFeedNotifier notifier) : INotificationHandler<Committed<ParticipantJoined>>
{
    public Task Handle(Committed<ParticipantJoined> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
