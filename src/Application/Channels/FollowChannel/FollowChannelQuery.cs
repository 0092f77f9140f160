using Eliza.Application.Common;
using Eliza.Application.Feeds;

namespace Eliza.Application.Channels.FollowChannel;

/// <summary>From where somebody listens to a channel.</summary>
/// <param name="After">What it knows last, an event's id or a message's; null to begin now.</param>
/// <param name="Once">Whether it wants what it missed alone, and not to wait for more.</param>
public sealed record FollowChannelQuery(string ChannelId, string? After, bool Once) : IQuery<FeedPlace>;
