using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>What one unit of work adds to one channel's history: messages, then changes.</summary>
internal sealed record ChannelAdditions(ChannelId Channel, IReadOnlyList<Message> Messages, IReadOnlyList<ChannelChange> Changes)
{
    public int Count => Messages.Count + Changes.Count;

    /// <summary>The last of the stamps that were given; 0 while none are.</summary>
    public long Last { get; private set; }

    /// <summary>
    /// What the unit adds, by channel; in one order of channels, so that no two units wait for each other's rows. Nobody listens yet to
    /// a channel that the unit opens, nor any more to one that it deletes: their changes are not kept.
    /// </summary>
    /// <param name="added">Messages, in the order in which they were said, and other things.</param>
    /// <param name="rows">What EF is to save.</param>
    /// <param name="events">What happened.</param>
    public static IReadOnlyList<ChannelAdditions> Find(IReadOnlyList<AggregateRoot> added, IReadOnlyList<EntityEntry> rows, IReadOnlyList<IDomainEvent> events)
    {
        List<Message> messages = [.. added.OfType<Message>()];
        List<ChannelChange> changes = [.. events.Select(ChangeNotes.Of).OfType<ChannelChange>().Where(change => !IsPassing(change.ChannelId))];

        // As most units are.
        if (messages is [var only] && changes.Count == 0) return [new ChannelAdditions(only.ChannelId, messages, changes)];

        var (said, changed) = (messages.ToLookup(message => message.ChannelId), changes.ToLookup(change => change.ChannelId));
        return
        [
            .. said.Select(channel => channel.Key).Union(changed.Select(channel => channel.Key)).OrderBy(channel => channel.Value)
                .Select(channel => new ChannelAdditions(channel, [.. said[channel]], [.. changed[channel]])),
        ];

        bool IsPassing(ChannelId id) => rows.Any(row => row is { State: EntityState.Added or EntityState.Deleted, Entity: Channel channel } && channel.Id == id);
    }

    /// <summary>The last stamp of the channel rises to this at least: what is added is not before the latest of its times.</summary>
    /// <param name="now">The time of the changes: they have none of their own, they happen now.</param>
    public long LatestStamp(DateTimeOffset now)
    {
        var latest = Messages.Count == 0 ? now : Messages.Max(message => message.CreatedAt);
        return latest.ToUnixTimeMilliseconds() + Count - 1;
    }

    /// <summary>Gives each its stamp, up to the last one.</summary>
    public void Place(long last)
    {
        Last = last;
        var first = last - Count + 1;
        for (var i = 0; i < Messages.Count; i++) Messages[i].Place(first + i);
        for (var i = 0; i < Changes.Count; i++) Changes[i].Place(first + Messages.Count + i);
    }
}
