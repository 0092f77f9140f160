using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>Finds the session that a client names, as far as the caller may know of it. Existence goes before permission (contract: Order of checks).</summary>
internal sealed class SessionLookup(ISessionRepository sessions, ICaller caller, SessionClock clock, IHints hints)
{
    /// <summary>The session to be read, while it lasts.</summary>
    public async Task<Result<Session>> FindReadableAsync(string sessionId, CancellationToken cancellationToken) =>
        await FindLivingAsync(sessionId, session => session.AllowsReading(caller.Current), cancellationToken);

    /// <summary>The session to be used, while it lasts.</summary>
    public async Task<Result<Session>> FindOwnAsync(string sessionId, CancellationToken cancellationToken) =>
        await FindLivingAsync(sessionId, session => session.AllowsUsing(caller.Current), cancellationToken);

    /// <summary>The session to be taken away, whether or not it is over.</summary>
    public async Task<Result<Session>> FindOwnToDeleteAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(sessionId, cancellationToken) is not { } session) return SessionErrors.NotFound(sessionId);
        return session.AllowsUsing(caller.Current) ? session : CommonErrors.Forbidden;
    }

    private async Task<Result<Session>> FindLivingAsync(string sessionId, Func<Session, bool> allows, CancellationToken cancellationToken)
    {
        if (await FindAsync(sessionId, cancellationToken) is not { } session) return SessionErrors.NotFound(sessionId);
        if (session.IsOver(clock.Now))
        {
            // What was told once stays so: the sweeper writes it down at once, before the clock of a later start may say otherwise.
            if (session.EndedAt is null) hints.Give(SessionTopic.Due);
            return SessionErrors.Expired(session.Id, session.ExpiresAt);
        }
        return allows(session) ? session : CommonErrors.Forbidden;
    }

    private async Task<Session?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        SessionId.TryParse(sessionId, out var id) && await sessions.FindAsync(id, cancellationToken) is { } session && !session.IsForgotten(clock.Now)
            ? session
            : null;
}
