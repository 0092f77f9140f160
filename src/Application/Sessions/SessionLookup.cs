using Eliza.Application.Access;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

/// <summary>Finds the session that a client names, as far as the caller may know of it. Existence goes before permission (contract: Order of checks).</summary>
internal sealed class SessionLookup(ISessionRepository sessions, IChannelDirectory channels, IAuthorship authorship, SessionClock clock, IHints hints)
{
    /// <summary>The session to be read, while it lasts.</summary>
    public Task<Result<Session>> FindReadableAsync(string sessionId, Caller? caller, CancellationToken cancellationToken) =>
        FindLivingAsync(sessionId, caller, session => session.AllowsReading(caller), cancellationToken);

    /// <summary>The session to be read with what is said in it: who was taken out of its channel hears that no more.</summary>
    public async Task<Result<Session>> FindHeardAsync(string sessionId, Caller? caller, CancellationToken cancellationToken)
    {
        var found = await FindReadableAsync(sessionId, caller, cancellationToken);
        if (found.Error is not null) return found;
        return found.Value.IsFor(caller) && !await TakesPartAsync(found.Value, caller!, cancellationToken) ? CommonErrors.Forbidden : found;
    }

    /// <summary>The session to be used, while it lasts.</summary>
    public Task<Result<Session>> FindOwnAsync(string sessionId, Caller? caller, CancellationToken cancellationToken) =>
        FindLivingAsync(sessionId, caller, session => session.AllowsUsing(caller), cancellationToken);

    /// <summary>The session to be taken away, whether or not it is over.</summary>
    public async Task<Result<Session>> FindOwnToDeleteAsync(string sessionId, Caller? caller, CancellationToken cancellationToken)
    {
        var session = await FindAsync(sessionId, cancellationToken);
        if (session is null || session.IsForgotten(clock.Now)) return SessionErrors.NotFound(sessionId);
        return session.AllowsUsing(caller) && await IsStillTrustedAsync(session, caller, cancellationToken) ? session : CommonErrors.Forbidden;
    }

    private async Task<Result<Session>> FindLivingAsync(string sessionId, Caller? caller, Func<Session, bool> allows, CancellationToken cancellationToken)
    {
        var session = await FindAsync(sessionId, cancellationToken);
        var now = clock.Now;

        // Who came in time may be about to renew it: nobody is told that it has expired who would then find it alive.
        if (session is { EndedAt: null } && session.IsOver(now)) session = await sessions.SettleAsync(session, cancellationToken);
        if (session is null || session.IsForgotten(now)) return SessionErrors.NotFound(sessionId);
        if (session.IsOver(now))
        {
            // What was told stays so, whatever the clock of a later start may say: the sweeper is asked to write it down.
            if (session.EndedAt is null) hints.Give(SessionTopic.Due);
            return SessionErrors.Expired(session.Id, session.ExpiresAt);
        }
        return allows(session) && await IsStillTrustedAsync(session, caller, cancellationToken) ? session : CommonErrors.Forbidden;
    }

    private async Task<bool> TakesPartAsync(Session session, Caller caller, CancellationToken cancellationToken) =>
        await channels.FindViewAsync(session.ChannelId, caller.Actor, cancellationToken) is { Access.Role: not null };

    private async Task<Session?> FindAsync(string sessionId, CancellationToken cancellationToken) =>
        SessionId.TryParse(sessionId, out var id) ? await sessions.FindAsync(id, cancellationToken) : null;

    /// <summary>An agent that opened a session of two others did so by its person's grant; when that ends, so do its rights.</summary>
    private async Task<bool> IsStillTrustedAsync(Session session, Caller? caller, CancellationToken cancellationToken) =>
        caller is not { Kind: CallerKind.Agent } || session.IsFor(caller) || caller.May(Scopes.Admin)
        || await authorship.FindAsync(session.UserId, cancellationToken) is not null;
}
