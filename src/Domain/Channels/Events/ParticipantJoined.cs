using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

public sealed record ParticipantJoined(ChannelId ChannelId, ActorId ActorId, ActorKind Kind) : IDomainEvent;
