using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages.Events;

/// <summary>A message was added to its channel.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Mentions">The participants that it calls by name.</param>
public sealed record MessagePosted(
    MessageId MessageId, ChannelId ChannelId, ActorId Author, ActorKind AuthorKind, IReadOnlyList<ActorId> Mentions) : IDomainEvent;
