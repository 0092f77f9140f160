using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.Application.Sessions.Reactions;

internal sealed class CountWhenSessionDeleted : INotificationHandler<Committed<SessionDeleted>>
{
    public Task Handle(Committed<SessionDeleted> notification, CancellationToken cancellationToken)
    {
        SessionMeter.Deleted();
        return Task.CompletedTask;
    }
}
