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
    /// <param name="db">Whose transaction it is.</param>
    /// <param name="additions">What is added.</param>
    /// <param name="rows">The rows of the channels, locked; that of one which is opened just now is missing, as that of one which is gone.</param>
    /// <param name="now">The time of the changes.</param>
    public static async Task<bool> TryStampAsync(
        this ElizaDbContext db, IReadOnlyList<ChannelAdditions> additions, IReadOnlyDictionary<ChannelId, LockedChannel> rows, DateTimeOffset now)
    {
        foreach (var added in additions)
        {
            var latest = added.LatestStamp(now);
            if (db.Channels.Local.FindEntry(added.Channel) is { State: EntityState.Added } opened) added.Place(StampOpened(opened, added.Messages.Count, latest));
            else if (rows.TryGetValue(added.Channel, out var row)) await StampStoredAsync(db, added, Math.Max(row.LastStamp + added.Count, latest));
            else if (added.Messages.Count > 0) return false;
            else continue;
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

    private static async Task StampStoredAsync(ElizaDbContext db, ChannelAdditions added, long last)
    {
        var messages = added.Messages.Count;
        await db.Channels.Where(row => row.Id == added.Channel).ExecuteUpdateAsync(
            row => row.SetProperty(c => c.MessageCount, c => c.MessageCount + messages).SetProperty(c => c.LastStamp, last), CancellationToken.None);
        added.Place(last);
    }
}
