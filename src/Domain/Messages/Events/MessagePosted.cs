using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages.Events;

/// <summary>A message was added to its channel.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Mentions">The participants that it calls by name.</param>
/// <param name="Links">How many agents' messages lie between it and what a person said, itself included; 0 for a person's.</param>
public sealed record MessagePosted(
    MessageId MessageId, ChannelId ChannelId, ActorId Author, ActorKind AuthorKind, IReadOnlyList<ActorId> Mentions, int Links = 0) : IDomainEvent;
