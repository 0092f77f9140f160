using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.WarnSessions;

internal sealed class WarnSessionsCommandHandler(ISessionRepository sessions, SessionClock clock) : IRequestHandler<WarnSessionsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(WarnSessionsCommand command, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var due = await sessions.ListToWarnAsync(now, command.Limit, cancellationToken);
        return due.Count(session => session.Warn(now));
    }
}
