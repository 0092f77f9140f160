using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Sessions.Reactions;

/// <summary>Its end may be nearer than any that the sweeper knows.</summary>
internal sealed class HintWhenSessionOpened(IHints hints) : INotificationHandler<Committed<SessionOpened>>
{
    public Task Handle(Committed<SessionOpened> notification, CancellationToken cancellationToken)
    {
        hints.Give(SessionTopic.Due);
        return Task.CompletedTask;
    }
}
