using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent is gone, and its runs with it, which say nothing themselves.</summary>
internal sealed class TellWhenAgentDeleted(IFeedBell bell) : INotificationHandler<Committed<AgentDeleted>>
{
    public Task Handle(Committed<AgentDeleted> notification, CancellationToken cancellationToken)
    {
        bell.EndAllWork(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
