using Eliza.Application.Common;
using Eliza.Application.Feeds;

namespace Eliza.Application.Sessions.FollowSession;

/// <summary>From where somebody listens to a session.</summary>
/// <param name="After">What it knows last, an event's id or a message's; null to begin now.</param>
/// <param name="Once">Whether it wants what it missed alone, and not to wait for more.</param>
public sealed record FollowSessionQuery(string SessionId, string? After, bool Once) : IQuery<FeedPlace>;
