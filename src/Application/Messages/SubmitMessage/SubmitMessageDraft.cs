using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages.SubmitMessage;

internal static class SubmitMessageDraft
{
    /// <summary>The message that a valid command describes.</summary>
    public static MessageDraft ToDraft(this SubmitMessageCommand command, ChannelId channel, ActorId author, ActorKind kind, ThreadPlace? parent) =>
        new(channel, author, kind, MessageContent.Create(command.Content).Value)
        {
            InReplyTo = parent,
            SourceType = command.SourceType is null ? null : SourceType.Create(command.SourceType).Value,
            Attachments = command.Attachments.ToAttachments(),
            Metadata = command.Metadata is { } metadata ? Metadata.Create(metadata).Value : Metadata.Empty,
            Raw = command.RawMessage is { } raw ? RawMessage.Create(raw).Value : null,
        };
}
