using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages;

namespace Eliza.Application.Sessions.SendSessionMessage;

/// <summary>Says something in a session: its person says it, or its agent when that is who calls.</summary>
/// <param name="Transport">websocket (when missing), http or sync, sse or stream: how the sender hears of the reply.</param>
public sealed record SendSessionMessageCommand(
    string SessionId, string? Content, IReadOnlyList<AttachmentInput?>? Attachments, JsonElement? Metadata, string? Transport)
    : ICommand<SentMessage>, IRarelyRepeated, IAwaitsReply;
