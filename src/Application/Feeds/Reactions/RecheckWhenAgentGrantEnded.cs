using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>What an agent hears by a person's leave it hears no more.</summary>
internal sealed class RecheckWhenAgentGrantEnded(IFeedBell bell) : INotificationHandler<Committed<AgentGrantEnded>>
{
    public Task Handle(Committed<AgentGrantEnded> notification, CancellationToken cancellationToken)
    {
        bell.Recheck(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
