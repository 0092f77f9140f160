using Eliza.Domain.Channels;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Feeds;

/// <summary>From where in a channel's history somebody listens.</summary>
/// <param name="After">The stamp of the last thing that it knows.</param>
/// <param name="Head">The stamp of the newest thing there is.</param>
public sealed record FeedPlace(ChannelId ChannelId, ServerId ServerId, long After, long Head)
{
    /// <summary>The session by whose right it listens; null when by the channel's own.</summary>
    public SessionId? SessionId { get; init; }

    /// <summary>Whether it wants what it missed alone, and not to wait for more.</summary>
    public bool EndsAtHead { get; init; }

    /// <summary>Why it cannot be told all that it missed and should read the history anew; null when it can.</summary>
    public string? Gap { get; init; }
}
