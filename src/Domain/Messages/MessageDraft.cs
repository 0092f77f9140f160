using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>Everything that an author decides of a message; each part has passed its own rule.</summary>
public sealed record MessageDraft(ChannelId ChannelId, ActorId Author, ActorKind AuthorKind, MessageContent Content)
{
    public SourceType? SourceType { get; init; }

    /// <summary>The message that this one answers; it is in the same channel.</summary>
    public ThreadPlace? InReplyTo { get; init; }

    public IReadOnlyList<ActorId> Mentions { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public Metadata Metadata { get; init; } = Metadata.Empty;

    public RawMessage? Raw { get; init; }
}

/// <summary>Where a message stands in its thread: itself, and the thread's first message if it is not that itself.</summary>
public sealed record ThreadPlace(MessageId MessageId, MessageId? ThreadId)
{
    /// <summary>The thread that a reply to the message belongs to.</summary>
    public MessageId Root => ThreadId ?? MessageId;
}
