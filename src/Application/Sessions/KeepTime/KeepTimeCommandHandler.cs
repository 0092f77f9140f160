using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using MediatR;

namespace Eliza.Application.Sessions.KeepTime;

internal sealed class KeepTimeCommandHandler(ISessionTimeRepository times, SessionClock clock) : IRequestHandler<KeepTimeCommand, Result<bool>>
{
    /// <summary>A minute more or less is no reason to write.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    public async Task<Result<bool>> Handle(KeepTimeCommand command, CancellationToken cancellationToken)
    {
        var known = await times.FindAsync(cancellationToken);
        if (known is not null) clock.GoOnFrom(known.LatestAt);
        var now = clock.Now;
        if (known is not null && now >= known.LatestAt && now - known.LatestAt < Often) return false;

        if (known is null) times.Add(SessionTime.Begin(now));
        else known.Keep(now);
        return true;
    }
}
