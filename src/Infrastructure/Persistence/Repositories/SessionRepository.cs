using Eliza.Domain.Channels;
using Eliza.Domain.Sessions;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class SessionRepository(ElizaDbContext db, WriteTransaction transaction, Outdated outdated) : ISessionRepository
{
    public void Add(Session session) => db.Add(session);

    /// <remarks>The channel takes its session along; so the session itself has nothing left to remove.</remarks>
    public async Task RemoveAsync(Session session, CancellationToken cancellationToken)
    {
        await transaction.OpenAsync(cancellationToken);
        await db.LockChannelsAsync([session.ChannelId]);
        outdated.Add([session.ChannelId]);
        if (await SilentChannels(db).Where(channel => channel.Id == session.ChannelId).ExecuteDeleteAsync(cancellationToken) == 0) db.Remove(session);
    }

    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        db.Sessions.FirstOrDefaultAsync(session => session.Id == id, cancellationToken);

    public async Task<Session?> SettleAsync(Session session, CancellationToken cancellationToken)
    {
        await transaction.LetOthersFinishAsync(cancellationToken);
        var entry = db.Entry(session);
        await entry.ReloadAsync(cancellationToken);
        return entry.State is EntityState.Detached ? null : session;
    }

    public async Task<IReadOnlyList<Session>> ListToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(ToWarn(db, now).Take(limit), cancellationToken);

    public async Task<IReadOnlyList<Session>> ListToExpireAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(ToExpire(db, now).Take(limit), cancellationToken);

    public async Task<int> RemoveEndedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var ended = await EndedBefore(db, before).Take(limit).Select(session => new { session.Id, session.ChannelId }).ToListAsync(cancellationToken);
        if (ended.Count == 0) return 0;
        await transaction.OpenAsync(cancellationToken);
        var free = await db.LockFreeChannelsAsync(ended.Select(session => session.ChannelId));
        ended.RemoveAll(session => !free.ContainsKey(session.ChannelId));
        List<ChannelId> channels = [.. ended.Select(session => session.ChannelId)];
        List<SessionId> ids = [.. ended.Select(session => session.Id)];
        outdated.Add(channels);
        await SilentChannels(db).Where(channel => channels.Contains(channel.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Sessions.Where(session => ids.Contains(session.Id)).ExecuteDeleteAsync(cancellationToken);
        return ended.Count;
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

    private static IQueryable<Channel> SilentChannels(ElizaDbContext db) => db.Channels.Where(channel => channel.MessageCount == 0);
}
