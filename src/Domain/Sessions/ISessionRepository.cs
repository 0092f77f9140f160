namespace Eliza.Domain.Sessions;

/// <summary>Keeps the sessions, those that ended included, until they are forgotten.</summary>
public interface ISessionRepository
{
    void Add(Session session);

    /// <summary>Takes it away, and its channel too if nothing is said in it.</summary>
    Task RemoveAsync(Session session, CancellationToken cancellationToken);

    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>The session as those on this server leave it who were about to change it; null when it is gone.</summary>
    Task<Session?> SettleAsync(Session session, CancellationToken cancellationToken);

    /// <summary>Some whose end is near and who were not warned of it, the nearest first.</summary>
    Task<IReadOnlyList<Session>> ListToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Some that are over and do not know it, the longest first.</summary>
    Task<IReadOnlyList<Session>> ListToExpireAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Removes some that know that they ended, and did so before then, each with its channel if nothing is said in it; the answer is how many.</summary>
    Task<int> RemoveEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);

    /// <summary>When the next one is to be warned or is over; null when there is none.</summary>
    Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken);
}
