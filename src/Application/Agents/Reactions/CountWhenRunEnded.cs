using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Agents.Reactions;

internal sealed class CountWhenRunEnded : INotificationHandler<Committed<RunEnded>>
{
    public Task Handle(Committed<RunEnded> notification, CancellationToken cancellationToken)
    {
        RunMeter.Ended(notification.Event.Status);
        return Task.CompletedTask;
    }
}
