using System.Text.Json;
using System.Text.Json.Nodes;
using Eliza.Application.Messages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Application.Sessions.SendSessionMessage;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>A message to be sent, under the names that the reference's clients use.</summary>
internal sealed class MessagePayload : RoomPayload
{
    private const string NameField = "user_display_name";
    private const string ClientIdField = "clientMessageId";

    /// <summary>Who writes; the client itself when missing.</summary>
    [AlsoSpelled("authorId")]
    public string? SenderId { get; init; }

    /// <summary>What people call it.</summary>
    [AlsoSpelled("name")]
    public string? SenderName { get; init; }

    /// <summary>What is said: 1–4000 characters of plain text.</summary>
    public string? Message { get; init; }

    /// <summary>The same, as other clients call it.</summary>
    [AlsoSpelled("content")]
    public string? Text { get; init; }

    /// <summary>When sent, the channel's server or the default server.</summary>
    [AlsoSpelled("messageServerId")]
    public string? ServerId { get; init; }

    /// <summary>The client's own id of the message: sent again it is done once.</summary>
    [AlsoSpelled("clientMessageId")]
    public string? MessageId { get; init; }

    /// <summary>Where it came from.</summary>
    [AlsoSpelled("sourceType")]
    public string? Source { get; init; }

    /// <summary>The message of the same room that this one answers.</summary>
    public string? InReplyToMessageId { get; init; }

    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    public JsonElement? Metadata { get; init; }

    private string? Content => Message ?? Text;

    private IReadOnlyList<AttachmentInput?>? Files => Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())];

    public SubmitMessageCommand ToCommand() =>
        new(Room, ServerId, SenderId ?? EntityId, Content, InReplyToMessageId, Source, RawMessage: null, FullMetadata(), Files);

    public SendSessionMessageCommand ToSessionCommand(string session) => new(session, Content, Files, FullMetadata(), Transport: null);

    /// <summary>Has errors name the fields as the client knows them, not as the commands do.</summary>
    public void Spell(FieldSpellings spellings)
    {
        SpellAs(nameof(SubmitMessageCommand.Content), Message is null && Text is not null ? nameof(Text) : nameof(Message));
        SpellAs(nameof(SubmitMessageCommand.AuthorId), SenderId is null && EntityId is not null ? nameof(EntityId) : nameof(SenderId));
        SpellAs(nameof(SubmitMessageCommand.SourceType), nameof(Source));
        SpellAs(nameof(SubmitMessageCommand.ChannelId), ChannelId is null && RoomId is not null ? nameof(RoomId) : nameof(ChannelId));

        void SpellAs(string field, string own) => spellings.Set(field, spellings.Of(own));
    }

    /// <summary>With what the reference keeps there too: the sender's name, and the client's id. What is no object stays as it is, to be refused.</summary>
    private JsonElement? FullMetadata()
    {
        if (Metadata is { ValueKind: not JsonValueKind.Object } || (SenderName is null && MessageId is null)) return Metadata;
        var full = Metadata is { } own ? JsonObject.Create(own)! : [];
        if (SenderName is not null) full.TryAdd(NameField, SenderName);
        if (MessageId is not null) full.TryAdd(ClientIdField, MessageId);
        return JsonSerializer.SerializeToElement(full);
    }
}
