using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

/// <summary>A message for an agent that may wait at its inbox.</summary>
internal sealed class HintWhenRunQueued(IHints hints) : INotificationHandler<Committed<RunQueued>>
{
    public Task Handle(Committed<RunQueued> notification, CancellationToken cancellationToken)
    {
        hints.Give(InboxTopic.Of(notification.Event.AgentId));
        return Task.CompletedTask;
    }
}
