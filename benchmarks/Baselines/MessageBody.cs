using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Benchmarks.Baselines;

/// <summary>The body of <c>POST /messages</c>: that of the server's <c>/api/messaging/submit</c>, and nothing of it is checked.</summary>
internal sealed record MessageBody(
    [property: JsonPropertyName("channel_id")] Guid ChannelId,
    [property: JsonPropertyName("author_id")] string AuthorId,
    [property: JsonPropertyName("content")] string Content,
    [property: JsonPropertyName("source_type")] string? SourceType,
    [property: JsonPropertyName("raw_message")] JsonElement? RawMessage,
    [property: JsonPropertyName("metadata")] JsonElement? Metadata);
