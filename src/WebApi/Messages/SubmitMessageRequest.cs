using System.Text.Json.Serialization;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;

namespace Eliza.WebApi.Messages;

/// <summary>The body of a message's submission. Each field may be spelled in snake_case or camelCase.</summary>
public sealed class SubmitMessageRequest : MessageRequest
{
    /// <summary>The channel, a UUID. Required.</summary>
    [JsonPropertyName("channel_id")]
    public string? ChannelId { get; init; }

    internal SubmitMessageCommand ToCommand() =>
        new(ChannelId, ServerId, AuthorId, Content, InReplyToMessageId, SourceType, RawMessage, Metadata, Files(), AgentId);

    internal MessageInput ToInput() =>
        new(ChannelId, ServerId, AuthorId, Content, InReplyToMessageId, SourceType, RawMessage, Metadata, Files(), AgentId);
}
