using Eliza.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class SessionRepository(ElizaDbContext db, WriteTransaction transaction) : ISessionRepository
{
    public void Add(Session session) => db.Add(session);

    public void Remove(Session session) => db.Remove(session);

    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        db.Sessions.FirstOrDefaultAsync(session => session.Id == id, cancellationToken);

    public async Task<Session?> FindAloneAsync(SessionId id, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    public async Task<Session?> FindSettledAsync(SessionId id, CancellationToken cancellationToken)
    {
        await TakeTurnAsync(cancellationToken);
        transaction.PassTheTurnOn();
        return await db.Sessions.AsNoTracking().FirstOrDefaultAsync(session => session.Id == id, cancellationToken);
    }

    public async Task<IReadOnlyList<Session>> ListToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await ToWarn(db, now).Take(limit).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<Session>> ListToExpireAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await ToExpire(db, now).Take(limit).ToListAsync(cancellationToken);

    public async Task<int> RemoveEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var ids = await EndedBefore(db, before).Take(limit).Select(session => session.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0) return 0;
        await transaction.OpenAsync(cancellationToken);
        return await db.Sessions.Where(session => ids.Contains(session.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<DateTimeOffset?> FindNextDueAsync(CancellationToken cancellationToken)
    {
        var warning = await NextWarning(db).FirstOrDefaultAsync(cancellationToken);
        var end = await NextEnd(db).FirstOrDefaultAsync(cancellationToken);
        return warning < end ? warning : end ?? warning;
    }

    internal static IQueryable<Session> ToWarn(ElizaDbContext db, DateTimeOffset now) => db.Sessions
        .Where(session => session.EndedAt == null && session.WarnedAt == null && session.WarnAt <= now && session.ExpiresAt > now)
        .OrderBy(session => session.WarnAt);

    internal static IQueryable<Session> ToExpire(ElizaDbContext db, DateTimeOffset now) => db.Sessions
        .Where(session => session.EndedAt == null && session.ExpiresAt <= now)
        .OrderBy(session => session.ExpiresAt);

    internal static IQueryable<Session> EndedBefore(ElizaDbContext db, DateTimeOffset before) => db.Sessions
        .Where(session => session.EndedAt != null && session.ExpiresAt <= before)
        .OrderBy(session => session.ExpiresAt);

    internal static IQueryable<DateTimeOffset?> NextWarning(ElizaDbContext db) => db.Sessions
        .Where(session => session.EndedAt == null && session.WarnedAt == null)
        .OrderBy(session => session.WarnAt)
        .Select(session => (DateTimeOffset?)session.WarnAt);

    internal static IQueryable<DateTimeOffset?> NextEnd(ElizaDbContext db) => db.Sessions
        .Where(session => session.EndedAt == null)
        .OrderBy(session => session.ExpiresAt)
        .Select(session => (DateTimeOffset?)session.ExpiresAt);

    /// <summary>Everybody decides in turn, so at ours there is nobody left who decided earlier and has not written it.</summary>
    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (!await transaction.TryTakeTurnAsync(cancellationToken)) throw new WritersBusyException();
    }
}
