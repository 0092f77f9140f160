using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

/// <summary>An agent was muted in a channel, or may speak there again.</summary>
public sealed record ParticipantMuted(ChannelId ChannelId, ActorId ActorId, bool IsMuted) : IDomainEvent;
