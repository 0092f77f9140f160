using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Feeds.Reactions;

/// <summary>An agent set to work.</summary>
internal sealed class TellWhenRunStarted(IFeedNotifier notifier) : INotificationHandler<Committed<RunStarted>>
{
    public Task Handle(Committed<RunStarted> notification, CancellationToken cancellationToken)
    {
        var started = notification.Event;
        notifier.BeginWork(new Question(started.MessageId, started.ChannelId, started.AgentId));
        return Task.CompletedTask;
    }
}
