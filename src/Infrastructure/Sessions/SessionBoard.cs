using Eliza.Application.Sessions;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Sessions;

/// <summary>Each question is one range of one index. Counts are as of one after the other, and cost as much as what they count.</summary>
internal sealed class SessionBoard(ElizaDbContext db) : ISessionBoard
{
    public async Task<IReadOnlyList<Session>> ListActiveAsync(DateTimeOffset now, int limit, int offset, CancellationToken cancellationToken) =>
        await Active(db, now).AsNoTracking().OrderByDescending(session => session.ExpiresAt).ThenByDescending(session => session.Id).Skip(offset).Take(limit).ToListAsync(cancellationToken);

    public async Task<SessionCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var told = now - Session.Afterlife;
        var active = await Active(db, now).LongCountAsync(cancellationToken);
        var over = await Over(db, told, now).LongCountAsync(cancellationToken);
        var ended = await Ended(db, told).LongCountAsync(cancellationToken);
        var soon = await Near(db, now).LongCountAsync(cancellationToken);
        var warned = await Warned(db, now).LongCountAsync(cancellationToken);
        return new SessionCounts(active + over + ended, active, soon + warned);
    }

    internal static IQueryable<Session> Active(ElizaDbContext db, DateTimeOffset now) =>
        db.Sessions.Where(session => session.EndedAt == null && session.ExpiresAt > now);

    /// <summary>Those that are over and do not know it, but none that is forgotten.</summary>
    internal static IQueryable<Session> Over(ElizaDbContext db, DateTimeOffset told, DateTimeOffset now) =>
        db.Sessions.Where(session => session.EndedAt == null && session.ExpiresAt <= now && session.ExpiresAt > told);

    /// <summary>Those that know that they are over, but none that is forgotten.</summary>
    internal static IQueryable<Session> Ended(ElizaDbContext db, DateTimeOffset told) =>
        db.Sessions.Where(session => session.EndedAt != null && session.ExpiresAt > told);

    /// <summary>Those that are near their end and were not warned.</summary>
    internal static IQueryable<Session> Near(ElizaDbContext db, DateTimeOffset now) =>
        db.Sessions.Where(session => session.EndedAt == null && session.WarnedAt == null && session.WarnAt <= now && session.ExpiresAt > now);

    /// <summary>Those that were warned; they are near their end, or the warning would be forgotten.</summary>
    internal static IQueryable<Session> Warned(ElizaDbContext db, DateTimeOffset now) =>
        db.Sessions.Where(session => session.EndedAt == null && session.WarnedAt != null && session.ExpiresAt > now);
}
