using Eliza.Application.Common;
using Eliza.Application.Messages;

namespace Eliza.Application.Feeds;

/// <summary>
/// A message as listeners get it, under the names that the reference's clients read. <c>CreatedAt</c> and <c>EditedAt</c> are in Unix
/// milliseconds; <c>SenderType</c> is <c>user</c> or <c>agent</c>; <c>ClientMessageId</c> is what the sender called it, when it did.
/// </summary>
/// <param name="EventId">What to send to go on behind this event.</param>
public sealed record MessageBroadcast(
    Guid Id,
    Guid ChannelId,
    Guid ServerId,
    string SenderId,
    string SenderName,
    string SenderType,
    string Text,
    long CreatedAt,
    string Source,
    string? Thought,
    IReadOnlyList<string> Actions,
    IReadOnlyList<AttachmentResponse> Attachments,
    Guid? InReplyToMessageId,
    Guid? ThreadId,
    IReadOnlyList<string> Mentions,
    RawJson Metadata,
    string? ClientMessageId,
    long? EditedAt,
    string EventId)
{
    /// <summary>The same as the channel.</summary>
    public Guid RoomId => ChannelId;
}
