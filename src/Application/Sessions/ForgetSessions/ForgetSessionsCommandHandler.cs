using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.ForgetSessions;

internal sealed class ForgetSessionsCommandHandler(ISessionRepository sessions, SessionClock clock) : IRequestHandler<ForgetSessionsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ForgetSessionsCommand command, CancellationToken cancellationToken) =>
        await sessions.RemoveEndedAsync(clock.Now - Session.Afterlife, command.Limit, cancellationToken);
}
