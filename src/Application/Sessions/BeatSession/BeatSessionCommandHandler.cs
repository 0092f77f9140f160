using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.BeatSession;

internal sealed class BeatSessionCommandHandler(SessionLookup lookup, ICaller caller, SessionClock clock) : IRequestHandler<BeatSessionCommand, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(BeatSessionCommand command, CancellationToken cancellationToken)
    {
        var found = await lookup.FindOwnAsync(command.SessionId, caller.Current, cancellationToken);
        if (found.Error is { } error) return error;
        var now = clock.Now;
        var touched = found.Value.Touch(now);
        return touched.Error is { } over ? over : SessionResponse.Of(found.Value, now);
    }
}
