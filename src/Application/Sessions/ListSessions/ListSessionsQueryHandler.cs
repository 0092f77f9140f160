using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.ListSessions;

internal sealed class ListSessionsQueryHandler(ISessionBoard board, ICaller caller, SessionClock clock)
    : IRequestHandler<ListSessionsQuery, Result<SessionListResponse>>
{
    public async Task<Result<SessionListResponse>> Handle(ListSessionsQuery query, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;
        var now = clock.Now;
        var sessions = await board.ListActiveAsync(now, query.LimitOrDefault(), query.OffsetOrDefault(), cancellationToken);
        var counts = await board.CountAsync(now, cancellationToken);
        return new SessionListResponse(
            [.. sessions.Select(session => SessionResponse.Of(session, now))], counts.Active,
            new SessionStats(counts.Total, counts.Active, counts.Total - counts.Active));
    }
}
