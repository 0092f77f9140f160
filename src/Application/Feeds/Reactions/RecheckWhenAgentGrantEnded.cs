using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>What an agent hears by a person's leave it hears no more.</summary>
internal sealed class RecheckWhenAgentGrantEnded(IFeedNotifier notifier) : INotificationHandler<Committed<AgentGrantEnded>>
{
    public Task Handle(Committed<AgentGrantEnded> notification, CancellationToken cancellationToken)
    {
        notifier.Recheck(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
