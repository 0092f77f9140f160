using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>Everything that an author decides of a message; each part has passed its own rule.</summary>
public sealed record MessageDraft(ChannelId ChannelId, ActorId Author, ActorKind AuthorKind, MessageContent Content)
{
    /// <summary>The id that it is to have; null for a new one.</summary>
    public MessageId? Id { get; init; }

    public SourceType? SourceType { get; init; }

    /// <summary>The message that this one answers; it is in the same channel.</summary>
    public ThreadPlace? InReplyTo { get; init; }

    public IReadOnlyList<ActorId> Mentions { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public Metadata Metadata { get; init; } = Metadata.Empty;

    public RawMessage? Raw { get; init; }

    /// <summary>How long the chain of agents' messages already is that this one goes on; of no account for a person's message.</summary>
    public int LinksBefore { get; init; }
}

/// <summary>Where a message stands in its thread: itself, and the thread's first message if it is not that itself.</summary>
/// <param name="Links">How long the chain of agents' messages is that ends with the message.</param>
public sealed record ThreadPlace(MessageId MessageId, MessageId? ThreadId, int Links = 0)
{
    /// <summary>The thread that a reply to the message belongs to.</summary>
    public MessageId Root => ThreadId ?? MessageId;
}
