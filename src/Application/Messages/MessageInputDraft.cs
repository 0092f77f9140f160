using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal static class MessageInputDraft
{
    /// <summary>The message that a valid input describes.</summary>
    public static MessageDraft ToDraft(this MessageInput input, ChannelId channel, ActorId author, ActorKind kind, ThreadPlace? parent) =>
        new(channel, author, kind, MessageContent.Create(input.Content).Value)
        {
            InReplyTo = parent,
            SourceType = input.SourceType is null ? null : SourceType.Create(input.SourceType).Value,
            Attachments = input.Attachments.ToAttachments(),
            Metadata = input.Metadata is { } metadata ? Metadata.Create(metadata).Value : Metadata.Empty,
            Raw = input.RawMessage is { } raw ? RawMessage.Create(raw).Value : null,
        };
}
