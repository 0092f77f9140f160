using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Sessions.Reactions;

internal sealed class CountWhenSessionExpired : INotificationHandler<Committed<SessionExpired>>
{
    public Task Handle(Committed<SessionExpired> notification, CancellationToken cancellationToken)
    {
        SessionMeter.Expired();
        return Task.CompletedTask;
    }
}
