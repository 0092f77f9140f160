using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session's time was up.</summary>
public sealed record SessionExpired(SessionId SessionId, ChannelId ChannelId) : IDomainEvent;
