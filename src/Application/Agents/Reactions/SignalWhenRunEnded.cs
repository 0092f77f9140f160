using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

/// <summary>The agent's next message in the channel had to wait for this run.</summary>
internal sealed class SignalWhenRunEnded(IRunSignal signal) : INotificationHandler<Committed<RunEnded>>
{
    public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
    {
        signal.Raise(new Conversation(notification.Event.AgentId, notification.Event.ChannelId));
        return Task.CompletedTask;
    }
}
