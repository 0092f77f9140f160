using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Sessions.GetSessionHealth;

internal sealed class GetSessionHealthQueryHandler(ISessionBoard board, ICaller caller, IServerState server, SessionClock clock)
    : IRequestHandler<GetSessionHealthQuery, Result<SessionHealth>>
{
    public async Task<Result<SessionHealth>> Handle(GetSessionHealthQuery query, CancellationToken cancellationToken)
    {
        if (caller.Current is null) return CommonErrors.Forbidden;
        var now = clock.Now;
        var counts = await board.CountAsync(now, cancellationToken);
        return new SessionHealth("healthy", counts.Active, now, counts.ExpiringSoon, Math.Round(server.Uptime.TotalSeconds, 3));
    }
}
