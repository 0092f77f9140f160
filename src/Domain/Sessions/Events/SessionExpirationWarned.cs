using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session's end is near.</summary>
public sealed record SessionExpirationWarned(SessionId SessionId, ChannelId ChannelId, DateTimeOffset ExpiresAt, TimeSpan TimeLeft) : IDomainEvent;
