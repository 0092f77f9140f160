using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

/// <summary>Somebody may be waiting for what the agent said.</summary>
internal sealed class WakeWaitersWhenRunEnded(IReplyBell bell) : INotificationHandler<Committed<RunEnded>>
{
    public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
    {
        bell.Ring(new Conversation(notification.Event.AgentId, notification.Event.ChannelId));
        return Task.CompletedTask;
    }
}
