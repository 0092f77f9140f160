using Eliza.Application.Messages.PostMessage;

namespace Eliza.WebApi.Messages;

/// <summary>The body of a message to the channel that the path names. Each field may be spelled in snake_case or camelCase.</summary>
public sealed class PostMessageRequest : MessageRequest
{
    internal PostMessageCommand ToCommand(string channelId) =>
        new(channelId, ServerId, AuthorId, Content, InReplyToMessageId, SourceType, RawMessage, Metadata, Files(), AgentId);
}
