using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

internal sealed class RingWhenRunQueued(IRunBell bell) : INotificationHandler<Committed<RunQueued>>
{
    public Task Handle(Committed<RunQueued> notification, CancellationToken cancellationToken)
    {
        bell.Ring(new Conversation(notification.Event.AgentId, notification.Event.ChannelId));
        return Task.CompletedTask;
    }
}
