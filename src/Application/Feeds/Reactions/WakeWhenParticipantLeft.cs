using Eliza.Application.Common;
using Eliza.Domain.Channels.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>Somebody went, and may read it no more, perhaps.</summary>
internal sealed class WakeWhenParticipantLeft(IFeedNotifier notifier) : INotificationHandler<Committed<ParticipantLeft>>
{
    public Task Handle(Committed<ParticipantLeft> notification, CancellationToken cancellationToken)
    {
        notifier.Wake(notification.Event.ChannelId);
        return Task.CompletedTask;
    }
}
