using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.ChangeSessionTimeout;

internal sealed class ChangeSessionTimeoutCommandHandler(SessionLookup lookup, ICaller caller, SessionClock clock)
    : IRequestHandler<ChangeSessionTimeoutCommand, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(ChangeSessionTimeoutCommand command, CancellationToken cancellationToken)
    {
        var found = await lookup.FindOwnAsync(command.SessionId, caller.Current, cancellationToken);
        if (found.Error is { } error) return error;
        var timeouts = found.Value.Timeouts.With(command, path: "");
        if (timeouts.Error is { } rule) return rule;
        var now = clock.Now;
        var changed = found.Value.Change(timeouts.Value, now);
        return changed.Error is { } over ? over : SessionResponse.Of(changed.Value, now);
    }
}
