using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent was stopped, and its runs with it, which say nothing themselves.</summary>
internal sealed class TellWhenAgentStopped(IFeedNotifier notifier) : INotificationHandler<Committed<AgentStopped>>
{
    public Task Handle(Committed<AgentStopped> notification, CancellationToken cancellationToken)
    {
        notifier.EndAllWork(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
