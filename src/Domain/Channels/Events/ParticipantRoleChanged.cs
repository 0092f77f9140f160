using Eliza.Domain.Common;

namespace Eliza.Domain.Channels.Events;

/// <summary>A person or an agent has another role in a channel from now on.</summary>
public sealed record ParticipantRoleChanged(ChannelId ChannelId, ActorId ActorId, ParticipantRole Role) : IDomainEvent;
