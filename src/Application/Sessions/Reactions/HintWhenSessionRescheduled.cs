using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Sessions.Reactions;

/// <summary>Its end may have come nearer.</summary>
internal sealed class HintWhenSessionRescheduled(IHints hints) : INotificationHandler<Committed<SessionRescheduled>>
{
    public Task Handle(Committed<SessionRescheduled> notification, CancellationToken cancellationToken)
    {
        hints.Give(SessionTopic.Due);
        return Task.CompletedTask;
    }
}
