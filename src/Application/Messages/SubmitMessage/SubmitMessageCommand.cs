using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Messages.SubmitMessage;

/// <summary>Puts a message on the bus: it is stored and routed to the channel's agents.</summary>
/// <param name="ChannelId">A UUID.</param>
/// <param name="ServerId">When sent, the channel's server or the default server.</param>
/// <param name="AuthorId">A person's or an agent's id; the caller itself when missing.</param>
/// <param name="InReplyToMessageId">A message of the same channel.</param>
/// <param name="SourceType">Where it came from; <c>user_message</c> or <c>agent_response</c> when missing.</param>
/// <param name="RawMessage">The message as its platform gave it, an object or a string; kept, not shown.</param>
public sealed record SubmitMessageCommand(
    string? ChannelId,
    string? ServerId,
    string? AuthorId,
    string? Content,
    string? InReplyToMessageId,
    string? SourceType,
    JsonElement? RawMessage,
    JsonElement? Metadata,
    IReadOnlyList<AttachmentInput?>? Attachments) : ICommand<MessageResponse>, IIdempotent;
