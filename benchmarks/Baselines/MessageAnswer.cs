using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Benchmarks.Baselines;

/// <summary>The answer: the fields of the server's own.</summary>
internal sealed record MessageAnswer(bool Success, MessageAnswer.Message Data)
{
    public static MessageAnswer Of(MessageBody body, Guid id, DateTimeOffset now)
    {
        var at = now.ToUnixTimeSeconds();
        var message = new Message(
            id, body.Content, body.AuthorId, null, body.ChannelId, at, body.Metadata, body.ChannelId, Guid.Empty, body.AuthorId,
            null, null, body.SourceType ?? "user_message", [], [], null, body.Content, at, null);
        return new MessageAnswer(Success: true, message);
    }

    internal sealed record Message(
        Guid Id,
        string Text,
        string? UserId,
        string? AgentId,
        Guid RoomId,
        long CreatedAt,
        JsonElement? Metadata,
        Guid ChannelId,
        Guid ServerId,
        string AuthorId,
        Guid? InReplyToMessageId,
        Guid? ThreadId,
        string SourceType,
        IReadOnlyList<string> Attachments,
        IReadOnlyList<string> Mentions,
        long? EditedAt,
        string Content,
        long UpdatedAt,
        Guid? InReplyToRootMessageId);
}

/// <summary>JSON by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(MessageAnswer))]
internal sealed partial class MessageJson : JsonSerializerContext;
