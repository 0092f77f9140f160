using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// Gives messages their stamps and counts them, right before they are inserted. The messages that a unit adds to a channel get a
/// block of numbers without gaps, which begins behind the channel's last stamp, and not before the latest of their times.
/// </summary>
internal static class MessageStamps
{
    /// <summary>What the unit adds, by channel; in one order of channels, so that no two units wait for each other's rows.</summary>
    public static IReadOnlyList<IGrouping<ChannelId, EntityEntry<Message>>> PostedMessages(this ElizaDbContext db) =>
    [
        .. db.ChangeTracker.Entries<Message>().Where(entry => entry.State is EntityState.Added)
            .GroupBy(entry => entry.Entity.ChannelId).OrderBy(posted => posted.Key.Value),
    ];

    /// <summary>Stamps and counts them; call it in the transaction that inserts them, before. Whether all the channels are still there.</summary>
    public static async Task<bool> TryStampAsync(this ElizaDbContext db, IReadOnlyList<IGrouping<ChannelId, EntityEntry<Message>>> posted)
    {
        foreach (var messages in posted)
        {
            // Rows are inserted in the order of their provisional keys.
            EntityEntry<Message>[] ordered = [.. messages.OrderBy(entry => entry.Property(message => message.Sequence).CurrentValue)];
            var latest = ordered.Max(entry => entry.Entity.CreatedAt).ToUnixTimeMilliseconds() + ordered.Length - 1;
            var last = db.Channels.Local.FindEntry(messages.Key) is { State: EntityState.Added } opened
                ? StampOpened(opened, ordered.Length, latest)
                : await StampStoredAsync(db, messages.Key, ordered.Length, latest);
            if (last is null) return false;

            for (var i = 0; i < ordered.Length; i++)
                ordered[i].Property(message => message.Stamp).CurrentValue = last.Value - ordered.Length + 1 + i;
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
    private static async Task<long?> StampStoredAsync(ElizaDbContext db, ChannelId id, int count, long latest)
    {
        var channel = db.Channels.Where(row => row.Id == id);
        await channel.ExecuteUpdateAsync(
            row => row.SetProperty(c => c.MessageCount, c => c.MessageCount + count).SetProperty(c => c.LastStamp, c => Math.Max(c.LastStamp + count, latest)),
            CancellationToken.None);
        return await channel.Select(row => (long?)row.LastStamp).SingleOrDefaultAsync(CancellationToken.None);
    }
}
