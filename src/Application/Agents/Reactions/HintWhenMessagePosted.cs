using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

/// <summary>What an agent says may be the reply that somebody waits for, long before the agent says that it is done.</summary>
internal sealed class HintWhenMessagePosted(IHints hints) : INotificationHandler<Committed<MessagePosted>>
{
    public Task Handle(Committed<MessagePosted> notification, CancellationToken cancellationToken)
    {
        var posted = notification.Event;
        if (posted.AuthorKind is ActorKind.Agent) hints.Give(ReplyTopic.Of(new Conversation(posted.Author, posted.ChannelId)));
        return Task.CompletedTask;
    }
}
