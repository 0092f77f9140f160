using Eliza.Domain.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// Gives messages and changes their stamps, and counts messages, right before they are inserted. What a unit adds to a channel gets a
/// block of numbers without gaps, which begins behind the channel's last stamp, and not before the latest of its times.
/// </summary>
internal static class ChannelStamps
{
    /// <summary>Stamps, counts and adds them; call it in the transaction that inserts them, before. Whether all the channels of messages are still there.</summary>
    public static async Task<bool> TryStampAsync(this ElizaDbContext db, IReadOnlyList<ChannelAdditions> additions, DateTimeOffset now)
    {
        foreach (var added in additions)
        {
            var latest = added.LatestStamp(now);
            var last = db.Channels.Local.FindEntry(added.Channel) is { State: EntityState.Added } opened
                ? StampOpened(opened, added.Messages.Count, latest)
                : await StampStoredAsync(db, added, latest);
            if (last is null && added.Messages.Count > 0) return false;
            if (last is null) continue;
            added.Place(last.Value);
            db.AddRange(added.Changes);
        }
        return true;
    }

    /// <summary>A channel of the same unit is inserted with what it then holds.</summary>
    private static long StampOpened(EntityEntry<Channel> channel, int count, long latest)
    {
        channel.Property(row => row.MessageCount).CurrentValue += count;
        return channel.Property(row => row.LastStamp).CurrentValue = Math.Max(channel.Entity.LastStamp + count, latest);
    }

    /// <summary>The row is changed before it is read: so it is ours until the commit, on databases that lock rows too.</summary>
    /// <returns>The last stamp of the block; null when the channel is gone.</returns>
    private static async Task<long?> StampStoredAsync(ElizaDbContext db, ChannelAdditions added, long latest)
    {
        var (messages, count) = (added.Messages.Count, added.Count);
        var channel = db.Channels.Where(row => row.Id == added.Channel);
        await channel.ExecuteUpdateAsync(
            row => row.SetProperty(c => c.MessageCount, c => c.MessageCount + messages).SetProperty(c => c.LastStamp, c => Math.Max(c.LastStamp + count, latest)),
            CancellationToken.None);
        return await channel.Select(row => (long?)row.LastStamp).SingleOrDefaultAsync(CancellationToken.None);
    }
}
