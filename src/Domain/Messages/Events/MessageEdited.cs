using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages.Events;

/// <summary>A message says something else than before.</summary>
/// <param name="Mentions">The participants whom it calls by name now.</param>
public sealed record MessageEdited(MessageId MessageId, ChannelId ChannelId, ActorId Author, IReadOnlyList<ActorId> Mentions) : IDomainEvent;
