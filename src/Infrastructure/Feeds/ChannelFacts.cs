using System.Globalization;
using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Puts what happened in a channel into the form in which listeners get it.</summary>
/// <param name="channel">The channel as it is now.</param>
/// <param name="edited">The messages that were edited, by their ids, as they are now; those that are gone are missing.</param>
/// <param name="names">What people and agents are called there.</param>
internal sealed class ChannelFacts(Channel channel, IReadOnlyDictionary<string, Message> edited, SenderNames names)
{
    private readonly Guid _id = channel.Id.Value;

    public FeedEntry EntryOf(Message message)
    {
        var broadcast = BroadcastOf(message, message.Stamp);
        var isReply = message is { AuthorKind: ActorKind.Agent, InReplyTo: not null };
        return new FeedEntry(message.Stamp, new FeedEvent(FeedEvents.MessageBroadcast, broadcast, message.Stamp))
        {
            Reply = isReply ? (new Question(message.InReplyTo!.Value, channel.Id, message.Author), broadcast) : null,
        };
    }

    /// <summary>Null when there is nothing to tell: the message that was edited is gone, which a later change tells.</summary>
    public FeedEntry? EntryOf(ChannelChange change)
    {
        var id = Text(change.Stamp);
        FeedEntry Told(string name, object payload) => new(change.Stamp, new FeedEvent(name, payload, change.Stamp));
        switch (change.Kind)
        {
            case ChannelChangeKind.MessageUpdated:
                return edited.TryGetValue(change.Subject!, out var message) ? Told(FeedEvents.MessageUpdated, BroadcastOf(message, change.Stamp)) : null;
            case ChannelChangeKind.MessageDeleted:
                return Told(FeedEvents.MessageDeleted, new MessageDeletedPayload(_id, change.Subject!, id));
            case ChannelChangeKind.ChannelCleared:
                return Told(FeedEvents.ChannelCleared, new ChannelClearedPayload(_id, change.Subject, change.Count ?? 0, id));
            case ChannelChangeKind.ChannelUpdated:
                return Told(FeedEvents.ChannelUpdated, UpdateOf(id)) with { IsPrivate = channel.IsPrivate };
            case ChannelChangeKind.ParticipantJoined:
                return Told(FeedEvents.ParticipantJoined, ParticipantOf(change, id));
            case ChannelChangeKind.ParticipantLeft:
                return Told(FeedEvents.ParticipantLeft, ParticipantOf(change, id)) with { Left = ActorId.From(change.Subject!) };
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "A change without a form.");
        }
    }

    /// <param name="message">The message.</param>
    /// <param name="stamp">The stamp of what tells of it.</param>
    public MessageBroadcast BroadcastOf(Message message, long stamp)
    {
        using var metadata = JsonDocument.Parse(message.Metadata.Json);
        var said = AgentResponseContent.Of(message.Content.Value, metadata.RootElement);
        return new MessageBroadcast(
            message.Id.Value, _id, channel.ServerId.Value, message.Author.Value, names.Of(message, metadata.RootElement), TypeOf(message.AuthorKind),
            message.Content.Value, message.CreatedAt.ToUnixTimeMilliseconds(), message.SourceType.Value, said.Thought, said.Actions,
            [.. message.Attachments.Select(AttachmentResponse.Of)], message.InReplyTo?.Value, message.ThreadId?.Value,
            [.. message.Mentions.Select(mention => mention.Value)], new RawJson(message.Metadata.Json), TextIn(metadata.RootElement, "clientMessageId"),
            message.EditedAt?.ToUnixTimeMilliseconds(), Text(stamp));
    }

    private ChannelUpdatedPayload UpdateOf(string id) => new(
        _id, channel.ServerId.Value, channel.Name.Value, channel.Type.Name(), channel.Description?.Value, new RawJson(channel.Metadata.Json), channel.IsPrivate, id);

    private ParticipantPayload ParticipantOf(ChannelChange change, string id) =>
        new(_id, change.Subject!, TypeOf(change.ActorKind), names.Find(ActorId.From(change.Subject!)), id);

    private static string TypeOf(ActorKind? kind) => kind is ActorKind.Agent ? "agent" : "user";

    private static string? TextIn(JsonElement metadata, string field) =>
        metadata.TryGetProperty(field, out var text) && text.ValueKind is JsonValueKind.String && text.GetString() is { Length: > 0 } value ? value : null;

    private static string Text(long stamp) => stamp.ToString(CultureInfo.InvariantCulture);
}
