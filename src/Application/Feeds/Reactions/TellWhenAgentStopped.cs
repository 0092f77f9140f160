using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent was stopped, and its runs with it, which say nothing themselves.</summary>
internal sealed class TellWhenAgentStopped(IFeedBell bell) : INotificationHandler<Committed<AgentStopped>>
{
    public Task Handle(Committed<AgentStopped> notification, CancellationToken cancellationToken)
    {
        bell.EndAllWork(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
