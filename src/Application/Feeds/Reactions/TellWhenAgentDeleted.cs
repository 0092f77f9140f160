using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent is gone, and its runs with it, which say nothing themselves.</summary>
internal sealed class TellWhenAgentDeleted(IFeedNotifier notifier) : INotificationHandler<Committed<AgentDeleted>>
{
    public Task Handle(Committed<AgentDeleted> notification, CancellationToken cancellationToken)
    {
        notifier.EndAllWork(notification.Event.AgentId);
        return Task.CompletedTask;
    }
}
