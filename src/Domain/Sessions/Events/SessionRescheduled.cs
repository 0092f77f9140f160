using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session was given other times, or was renewed after it had been warned: what it is to be told next may be due sooner.</summary>
public sealed record SessionRescheduled(SessionId SessionId, ChannelId ChannelId, DateTimeOffset ExpiresAt) : IDomainEvent;
