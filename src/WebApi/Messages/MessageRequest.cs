using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Application.Messages;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Messages;

/// <summary>What the bodies that make a message have in common. Each field may be spelled in snake_case or camelCase.</summary>
public abstract class MessageRequest : CreatingRequest
{
    /// <summary>When sent, the channel's server or the default server.</summary>
    [JsonPropertyName("server_id")]
    [AlsoSpelled("messageServerId")]
    public string? ServerId { get; init; }

    /// <summary>The person or agent who writes; the caller itself when missing, required of a service.</summary>
    [JsonPropertyName("author_id")]
    public string? AuthorId { get; init; }

    /// <summary>Counts as the author when <c>author_id</c> is missing.</summary>
    [JsonPropertyName("agentId")]
    public string? AgentId { get; init; }

    /// <summary>1–4000 characters of plain text. Required.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>The message of the same channel that this one answers.</summary>
    [JsonPropertyName("in_reply_to_message_id")]
    public string? InReplyToMessageId { get; init; }

    /// <summary>Where it came from, at most 64 characters.</summary>
    [JsonPropertyName("source_type")]
    public string? SourceType { get; init; }

    /// <summary>The message as its platform gave it: an object or a string, at most 16 KB and 5 levels; kept, not shown.</summary>
    [JsonPropertyName("raw_message")]
    public JsonElement? RawMessage { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    [JsonPropertyName("metadata")]
    public JsonElement? Metadata { get; init; }

    /// <summary>At most 10 files.</summary>
    [JsonPropertyName("attachments")]
    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    private protected IReadOnlyList<AttachmentInput?>? Files() => Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())];
}
