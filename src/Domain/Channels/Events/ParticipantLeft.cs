using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

public sealed record ParticipantLeft(ChannelId ChannelId, ActorId ActorId, ActorKind Kind) : IDomainEvent;
