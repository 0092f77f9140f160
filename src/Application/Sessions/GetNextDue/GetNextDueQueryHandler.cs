using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.GetNextDue;

internal sealed class GetNextDueQueryHandler(ISessionRepository sessions, SessionClock clock) : IRequestHandler<GetNextDueQuery, Result<TimeSpan>>
{
    public async Task<Result<TimeSpan>> Handle(GetNextDueQuery query, CancellationToken cancellationToken)
    {
        if (await sessions.FindNextDueAsync(cancellationToken) is not { } due) return TimeSpan.MaxValue;
        var now = clock.Now;
        return due > now ? due - now : TimeSpan.Zero;
    }
}
