using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.GetSession;

internal sealed class GetSessionQueryHandler(SessionLookup lookup, ICaller caller, SessionClock clock) : IRequestHandler<GetSessionQuery, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(GetSessionQuery query, CancellationToken cancellationToken)
    {
        var session = await lookup.FindReadableAsync(query.SessionId, caller.Current, cancellationToken);
        return session.Error is { } error ? error : SessionResponse.Of(session.Value, clock.Now);
    }
}
