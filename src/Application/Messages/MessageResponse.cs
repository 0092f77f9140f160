using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Application.Messages;

/// <summary>
/// A message as clients see it. <c>UserId</c> is null for an agent's message, <c>AgentId</c> for a person's; <c>RoomId</c>
/// is the channel; <c>CreatedAt</c> and <c>EditedAt</c>, null for what was never changed, are in Unix seconds.
/// <c>Content</c>, <c>UpdatedAt</c> and <c>InReplyToRootMessageId</c> are what the reference's published client reads.
/// </summary>
public sealed record MessageResponse(
    Guid Id,
    string Text,
    string? UserId,
    string? AgentId,
    Guid RoomId,
    long CreatedAt,
    RawJson Metadata,
    Guid ChannelId,
    Guid ServerId,
    string AuthorId,
    Guid? InReplyToMessageId,
    Guid? ThreadId,
    string SourceType,
    IReadOnlyList<AttachmentResponse> Attachments,
    IReadOnlyList<string> Mentions,
    long? EditedAt) : ITellsMessage
{
    /// <summary>The same as the text.</summary>
    public string Content => Text;

    /// <summary>When it was last changed; its creation when never.</summary>
    public long UpdatedAt => EditedAt ?? CreatedAt;

    /// <summary>The same as the thread.</summary>
    public Guid? InReplyToRootMessageId => ThreadId;

    MessageId ITellsMessage.ToldMessage => new(Id);

    /// <summary>Written by hand, not mapped: it is on the path of every message in and out.</summary>
    internal static MessageResponse Of(Message message, ServerId server)
    {
        var author = message.Author.Value;
        return new MessageResponse(
            message.Id.Value,
            message.Content.Value,
            message.AuthorKind is ActorKind.User ? author : null,
            message.AuthorKind is ActorKind.Agent ? author : null,
            message.ChannelId.Value,
            message.CreatedAt.ToUnixTimeSeconds(),
            new RawJson(message.Metadata.Json),
            message.ChannelId.Value,
            server.Value,
            author,
            message.InReplyTo?.Value,
            message.ThreadId?.Value,
            message.SourceType.Value,
            [.. message.Attachments.Select(AttachmentResponse.Of)],
            [.. message.Mentions.Select(mention => mention.Value)],
            message.EditedAt?.ToUnixTimeSeconds());
    }

    /// <summary>The same, from the channel's history.</summary>
    internal static MessageResponse Of(ChannelMessage message, ChannelId channel, ServerId server) => new(
        message.Id,
        message.Content,
        message.AuthorKind is ActorKind.User ? message.Author : null,
        message.AuthorKind is ActorKind.Agent ? message.Author : null,
        channel.Value,
        message.CreatedAt.ToUnixTimeSeconds(),
        message.Metadata,
        channel.Value,
        server.Value,
        message.Author,
        message.InReplyTo,
        message.ThreadId,
        message.SourceType,
        message.Attachments,
        message.Mentions,
        message.EditedAt?.ToUnixTimeSeconds());
}
