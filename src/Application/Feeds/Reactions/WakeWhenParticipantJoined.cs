using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>Somebody came.</summary>
internal sealed class WakeWhenParticipantJoined(IFeedBell bell) : INotificationHandler<Committed<ParticipantJoined>>
{
    public Task Handle(Committed<ParticipantJoined> notification, CancellationToken cancellationToken)
    {
        bell.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
