using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>Somebody ended a session before its time was up.</summary>
public sealed record SessionDeleted(SessionId SessionId, ChannelId ChannelId) : IDomainEvent;
