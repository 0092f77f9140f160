using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages.Events;

/// <summary>A message was taken out of its channel.</summary>
public sealed record MessageDeleted(MessageId MessageId, ChannelId ChannelId, ActorId Author) : IDomainEvent;
