using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>The rows of the channels that a transaction is about, kept from other writers until its end.</summary>
internal static class LockedChannels
{
    /// <summary>
    /// Reads the rows, and waits for who else writes them; in one order of channels, so that two seldom wait for each other's. (SQL Server locks rows as
    /// it comes across them, and sorts them afterwards. Where two do wait for each other's, the database ends one, and that command runs again.)
    /// </summary>
    public static Task<Dictionary<ChannelId, LockedChannel>> LockChannelsAsync(this ElizaDbContext db, IEnumerable<ChannelId> channels) =>
        LockAsync(db, channels, rows => rows.Locked());

    /// <summary>Reads the rows that nobody else writes.</summary>
    public static Task<Dictionary<ChannelId, LockedChannel>> LockFreeChannelsAsync(this ElizaDbContext db, IEnumerable<ChannelId> channels) =>
        LockAsync(db, channels, rows => rows.LockedOrSkipped());

    /// <summary>Whether all that was decided on is still so.</summary>
    /// <param name="premises">What was decided on.</param>
    /// <param name="rows">The rows of its channels that there are.</param>
    /// <param name="agents">The revision of the agents; read only if anything was decided on them.</param>
    public static bool Hold(this Premises premises, IReadOnlyDictionary<ChannelId, LockedChannel> rows, long? agents) =>
        (premises.Agents is null || premises.Agents == agents)
        && premises.Channels.All(seen => rows.TryGetValue(seen.Key, out var row) && row.Revision == seen.Value);

    /// <summary>The revision of the agents, which nobody else changes until the end of the transaction. Their lock comes before all others.</summary>
    public static async Task<long> LockAgentsAsync(this ElizaDbContext db, IDatabaseLocks locks, bool isShared)
    {
        await locks.TakeAsync(db, DatabaseLock.Agents, isShared, CancellationToken.None);
        return await db.FindAgentsRevisionAsync();
    }

    /// <summary>Call it behind their lock.</summary>
    public static Task<long> FindAgentsRevisionAsync(this ElizaDbContext db) =>
        db.Revisions.Where(row => row.Name == Revision.Agents).Select(row => row.Value).SingleAsync(CancellationToken.None);

    private static async Task<Dictionary<ChannelId, LockedChannel>> LockAsync(
        ElizaDbContext db, IEnumerable<ChannelId> channels, Func<IQueryable<Channel>, IQueryable<Channel>> locking)
    {
        List<ChannelId> ids = [.. channels.Distinct()];
        if (ids.Count == 0) return [];
        return await locking(db.Channels.Where(channel => ids.Contains(channel.Id)).OrderBy(channel => channel.Id))
            .Select(channel => new { channel.Id, Row = new LockedChannel(EF.Property<long>(channel, Revision.OfChannel), channel.LastStamp) })
            .ToDictionaryAsync(channel => channel.Id, channel => channel.Row, CancellationToken.None);
    }
}

/// <summary>What a writer needs of a channel's row.</summary>
internal sealed record LockedChannel(long Revision, long LastStamp);
