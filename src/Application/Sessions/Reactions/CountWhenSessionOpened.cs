using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Sessions.Reactions;

internal sealed class CountWhenSessionOpened : INotificationHandler<Committed<SessionOpened>>
{
    public Task Handle(Committed<SessionOpened> notification, CancellationToken cancellationToken)
    {
        SessionMeter.Opened();
        return Task.CompletedTask;
    }
}
