using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

/// <summary>A person or an agent came into a channel.</summary>
public sealed record ParticipantJoined(ChannelId ChannelId, ActorId ActorId, ActorKind Kind) : IDomainEvent;
