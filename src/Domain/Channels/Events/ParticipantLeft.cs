using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

/// <summary>A person or an agent was taken out of a channel.</summary>
public sealed record ParticipantLeft(ChannelId ChannelId, ActorId ActorId, ActorKind Kind) : IDomainEvent;
