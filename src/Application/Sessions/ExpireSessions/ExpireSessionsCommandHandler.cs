using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.ExpireSessions;

internal sealed class ExpireSessionsCommandHandler(ISessionRepository sessions, SessionClock clock) : IRequestHandler<ExpireSessionsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ExpireSessionsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var due = await sessions.ListToExpireAsync(now, command.Limit, cancellationToken);
        return due.Count(session => session.Expire(now));
    }
}
