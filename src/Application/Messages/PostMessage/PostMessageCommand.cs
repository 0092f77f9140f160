using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Messages.PostMessage;

/// <summary>
/// Posts a message to the channel that the path names. A service, which is nobody itself, may name the author in the metadata:
/// the reference's published client sends a content and metadata only.
/// </summary>
/// <inheritdoc cref="MessageInput"/>
public sealed record PostMessageCommand(
    string? ChannelId,
    string? ServerId,
    string? AuthorId,
    string? Content,
    string? InReplyToMessageId,
    string? SourceType,
    JsonElement? RawMessage,
    JsonElement? Metadata,
    IReadOnlyList<AttachmentInput?>? Attachments,
    string? AgentId = null)
    : MessageInput(ChannelId, ServerId, AuthorId, Content, InReplyToMessageId, SourceType, RawMessage, Metadata, Attachments, AgentId),
        ICommand<MessageResponse>, IRarelyRepeated;
