using System.Text.Json;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Platforms;

/// <summary>What a platform's message says, beside who says it and where; every part has passed its rule.</summary>
internal sealed record ExternalContent(
    string Platform, string Text, JsonElement? Metadata, IReadOnlyList<AttachmentInput?>? Attachments = null, JsonElement? Raw = null)
{
    /// <summary>The fields of a message's metadata in which connectors tell what its author is called, the first one first.</summary>
    private static readonly string[] NameFields = ["username", "userName", "displayName", "name"];

    /// <summary>What the author is called, if the platform told a name that may be one here.</summary>
    public DisplayName? AuthorName => NameFields.Select(NameIn).FirstOrDefault(name => name is not null);

    public MessageDraft ToDraft(ChannelId channel, ActorId author) =>
        new(channel, author, ActorKind.User, MessageContent.Create(Text).Value)
        {
            SourceType = SourceType.Create(Platform).Value,
            Metadata = Metadata is { } metadata ? Domain.Common.Metadata.Create(metadata).Value : Domain.Common.Metadata.Empty,
            Attachments = Attachments.ToAttachments(),
            Raw = Raw is { } raw ? RawMessage.Create(raw).Value : null,
        };

    private DisplayName? NameIn(string key) =>
        Metadata is { } fields && fields.TryGetProperty(key, out var name) && name.ValueKind is JsonValueKind.String
        && DisplayName.Create(name.GetString()) is { IsSuccess: true } valid ? valid.Value : null;
}
