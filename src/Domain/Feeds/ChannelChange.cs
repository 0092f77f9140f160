using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Feeds;

/// <summary>
/// One change in a channel other than a new message, kept so that who listens and was away for a while hears of it. Together with
/// the channel's messages, in the order of their stamps, it is all that happened there. It holds ids and no content: what a
/// message or a channel says now, they say themselves.
/// </summary>
public sealed class ChannelChange : AggregateRoot
{
    /// <summary>Who was away for longer is told to read anew.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private ChannelChange() { }

    public ChannelId ChannelId { get; private set; }

    /// <summary>Its place among the channel's messages and changes, as of a message's stamp; the unit of work gives it.</summary>
    public long Stamp { get; private set; }

    public ChannelChangeKind Kind { get; private set; }

    /// <summary>The message or the actor that it is about; null for the channel as a whole.</summary>
    public string? Subject { get; private set; }

    /// <summary>What the actor is that it is about.</summary>
    public ActorKind? ActorKind { get; private set; }

    /// <summary>How many messages were deleted at once.</summary>
    public long? Count { get; private set; }

    /// <summary>Gives it its place, right before it is stored.</summary>
    public void Place(long stamp) => Stamp = stamp;

    internal static ChannelChange New(ChannelId channel, ChannelChangeKind kind, string? subject, ActorKind? actorKind = null, long? count = null) =>
        new() { ChannelId = channel, Kind = kind, Subject = subject, ActorKind = actorKind, Count = count };
}
