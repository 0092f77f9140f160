using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>Finds the session that a client names, as far as the caller may know of it. Existence goes before permission (contract: Order of checks).</summary>
internal sealed class SessionLookup(ISessionRepository sessions, SessionClock clock, IHints hints)
{
    /// <summary>The session to be read, while it lasts.</summary>
    public async Task<Result<Session>> FindReadableAsync(string sessionId, Caller? caller, CancellationToken cancellationToken)
    {
        if (!SessionId.TryParse(sessionId, out var id)) return SessionErrors.NotFound(sessionId);
        var session = await sessions.FindAsync(id, cancellationToken);
        var now = clock.Now;

        // Who came in time may be about to renew it: nobody is told that it has expired who would then find it alive.
        if (session is { EndedAt: null } && session.IsOver(now)) session = await sessions.FindSettledAsync(id, cancellationToken);
        return Judge(session, sessionId, now, found => found.AllowsReading(caller));
    }

    /// <summary>The session to be used, while it lasts; nobody else changes it until the unit of work ends.</summary>
    public async Task<Result<Session>> FindOwnAsync(string sessionId, Caller? caller, CancellationToken cancellationToken)
    {
        var session = SessionId.TryParse(sessionId, out var id) ? await sessions.FindAloneAsync(id, cancellationToken) : null;
        return Judge(session, sessionId, clock.Now, found => found.AllowsUsing(caller));
    }

    /// <summary>The session to be taken away, whether or not it is over.</summary>
    public async Task<Result<Session>> FindOwnToDeleteAsync(string sessionId, Caller? caller, CancellationToken cancellationToken)
    {
        var session = SessionId.TryParse(sessionId, out var id) ? await sessions.FindAsync(id, cancellationToken) : null;
        if (session is null || session.IsForgotten(clock.Now)) return SessionErrors.NotFound(sessionId);
        return session.AllowsUsing(caller) ? session : CommonErrors.Forbidden;
    }

    private Result<Session> Judge(Session? session, string sessionId, DateTimeOffset now, Func<Session, bool> allows)
    {
        if (session is null || session.IsForgotten(now)) return SessionErrors.NotFound(sessionId);
        if (session.IsOver(now))
        {
            // What was told once stays so: the sweeper writes it down at once, before the clock of a later start may say otherwise.
            if (session.EndedAt is null) hints.Give(SessionTopic.Due);
            return SessionErrors.Expired(session.Id, session.ExpiresAt);
        }
        return allows(session) ? session : CommonErrors.Forbidden;
    }
}
