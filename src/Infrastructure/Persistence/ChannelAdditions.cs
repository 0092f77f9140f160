using Eliza.Domain.Channels;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Eliza.Infrastructure.Persistence;

/// <summary>What one unit of work adds to one channel's history: messages, then changes.</summary>
internal sealed record ChannelAdditions(ChannelId Channel, IReadOnlyList<EntityEntry<Message>> Messages, IReadOnlyList<ChannelChange> Changes)
{
    public int Count => Messages.Count + Changes.Count;

    /// <summary>The latest of the messages' times; changes have none of their own, they happen now.</summary>
    public DateTimeOffset LatestOr(DateTimeOffset now) => Messages.Count == 0 ? now : Messages.Max(entry => entry.Entity.CreatedAt);

    /// <summary>Gives each its stamp, from the first on.</summary>
    public void Place(long first)
    {
        for (var i = 0; i < Messages.Count; i++) Messages[i].Property(message => message.Stamp).CurrentValue = first + i;
        for (var i = 0; i < Changes.Count; i++) Changes[i].Place(first + Messages.Count + i);
    }
}
