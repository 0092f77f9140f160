using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions.Events;

/// <summary>A session began.</summary>
public sealed record SessionOpened(SessionId SessionId, ChannelId ChannelId) : IDomainEvent;
