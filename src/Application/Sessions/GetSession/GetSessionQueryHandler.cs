using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.GetSession;

internal sealed class GetSessionQueryHandler(SessionLookup lookup, SessionClock clock) : IRequestHandler<GetSessionQuery, Result<SessionResponse>>
{
    public async Task<Result<SessionResponse>> Handle(GetSessionQuery query, CancellationToken cancellationToken)
    {
        var session = await lookup.FindReadableAsync(query.SessionId, cancellationToken);
        return session.Error is { } error ? error : SessionResponse.Of(session.Value, clock.Now);
    }
}
