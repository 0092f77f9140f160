using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session was given other times.</summary>
public sealed record SessionRescheduled(SessionId SessionId, ChannelId ChannelId, DateTimeOffset ExpiresAt) : IDomainEvent;
