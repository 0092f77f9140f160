using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent is done with a message.</summary>
internal sealed class TellWhenRunEnded(IFeedNotifier notifier) : INotificationHandler<Committed<RunEnded>>
{
    public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
    {
        var ended = notification.Event;
        notifier.EndWork(new Question(ended.MessageId, ended.ChannelId, ended.AgentId), ended.RunId, ended.Status is AgentRunStatus.Failed);
        return Task.CompletedTask;
    }
}
