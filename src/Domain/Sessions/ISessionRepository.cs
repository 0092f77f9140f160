namespace Eliza.Domain.Sessions;

/// <summary>Keeps the sessions, those that ended included, until they are forgotten.</summary>
public interface ISessionRepository
{
    void Add(Session session);

    void Remove(Session session);

    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>
    /// The session, which nobody else changes until the unit of work ends: for decisions that hang on the time, which must not
    /// be another when they are carried out.
    /// </summary>
    Task<Session?> FindAloneAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>The session as all leave it who were about to change it, to be read.</summary>
    Task<Session?> FindSettledAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Some whose end is near and who were not warned of it, the nearest first.</summary>
    Task<IReadOnlyList<Session>> ListToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Some that are over and do not know it, the longest first.</summary>
    Task<IReadOnlyList<Session>> ListToExpireAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Removes some that know that they ended, and did so before then; the answer is how many.</summary>
    Task<int> RemoveEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>When the next one is to be warned or is over; null when there is none.</summary>
    Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken);
}
