using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.DeleteSession;

internal sealed class DeleteSessionCommandHandler(SessionLookup lookup, ICaller caller, ISessionRepository sessions) : IRequestHandler<DeleteSessionCommand, Result<EndedSession>>
{
    public async Task<Result<EndedSession>> Handle(DeleteSessionCommand command, CancellationToken cancellationToken)
    {
        var found = await lookup.FindOwnToDeleteAsync(command.SessionId, caller.Current, cancellationToken);
        if (found.Error is { } error) return error;
        found.Value.Delete();
        await sessions.RemoveAsync(found.Value, cancellationToken);
        return new EndedSession("Session ended successfully");
    }
}
