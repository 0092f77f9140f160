using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>A message as it lies in its channel's history.</summary>
/// <param name="Stamp">Its place in the channel's time, in Unix milliseconds; see <see cref="Message.Stamp"/>.</param>
/// <param name="InReplyTo">The message that it answers; null for none.</param>
/// <param name="ThreadId">The message that began its thread; null outside a thread and on that message.</param>
/// <param name="EditedAt">When it was last changed; null when never.</param>
public sealed record ChannelMessage(
    Guid Id,
    long Stamp,
    string Author,
    ActorKind AuthorKind,
    string Content,
    DateTimeOffset CreatedAt,
    RawJson Metadata,
    IReadOnlyList<AttachmentResponse> Attachments,
    IReadOnlyList<string> Mentions,
    string SourceType,
    Guid? InReplyTo,
    Guid? ThreadId,
    DateTimeOffset? EditedAt);
