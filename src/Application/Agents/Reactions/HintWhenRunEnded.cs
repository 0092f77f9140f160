using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

/// <summary>The agent may fetch its next message in the channel, and somebody may be waiting for what it said.</summary>
internal sealed class HintWhenRunEnded(IHints hints) : INotificationHandler<Committed<RunEnded>>
{
    public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
    {
        hints.Give(InboxTopic.Of(notification.Event.AgentId));
        hints.Give(ReplyTopic.Of(new Conversation(notification.Event.AgentId, notification.Event.ChannelId)));
        return Task.CompletedTask;
    }
}
