using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.RenewSession;

internal sealed class RenewSessionCommandHandler(SessionLookup lookup, ICaller caller, SessionClock clock) : IRequestHandler<RenewSessionCommand, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(RenewSessionCommand command, CancellationToken cancellationToken)
    {
        var found = await lookup.FindOwnAsync(command.SessionId, caller.Current, cancellationToken);
        if (found.Error is { } error) return error;
        var now = clock.Now;
        var renewed = found.Value.Renew(now);
        return renewed.Error is { } refused ? refused : SessionResponse.Of(renewed.Value, now);
    }
}
