using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Messages.SubmitMessage;

/// <summary>Puts a message on the bus: it is stored and routed to the channel's agents.</summary>
/// <inheritdoc cref="MessageInput"/>
public sealed record SubmitMessageCommand(
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
