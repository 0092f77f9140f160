using System.Text.Json;
using Eliza.Application.Sessions.SendSessionMessage;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Sessions;

/// <summary>A message to be sent in a session.</summary>
public sealed class SendSessionMessageRequest : CreatingRequest
{
    /// <summary>1–4000 characters of plain text. Required.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10 files.</summary>
    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>How to hear of the reply: websocket (when missing) answers at once, http (or sync) waits for it, sse (or stream) answers with a stream of events.</summary>
    [AlsoSpelled("mode")]
    public string? Transport { get; init; }

    internal SendSessionMessageCommand ToCommand(string sessionId) =>
        new(sessionId, Content, Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())], Metadata, Transport);
}
