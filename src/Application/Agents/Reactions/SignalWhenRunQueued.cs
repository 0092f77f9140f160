using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

internal sealed class SignalWhenRunQueued(IRunSignal signal) : INotificationHandler<Committed<RunQueued>>
{
    public Task Handle(Committed<RunQueued> notification, CancellationToken cancellationToken)
    {
        signal.Raise(new Conversation(notification.Event.AgentId, notification.Event.ChannelId));
        return Task.CompletedTask;
    }
}
