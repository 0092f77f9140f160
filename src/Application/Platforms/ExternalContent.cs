using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Platforms;

/// <summary>What a platform's message says, beside who says it and where; every part has passed its rule.</summary>
internal sealed record ExternalContent(
    string Platform, string Text, JsonElement? Metadata, IReadOnlyList<AttachmentInput?>? Attachments = null, JsonElement? Raw = null)
{
    /// <summary>What the author is called, if the platform told a name that may be one here.</summary>
    public DisplayName? AuthorName => MetadataName.In(Metadata);

    public MessageDraft ToDraft(ChannelId channel, ActorId author) =>
        new(channel, author, ActorKind.User, MessageContent.Create(Text).Value)
        {
            SourceType = SourceType.Create(Platform).Value,
            Metadata = Metadata is { } metadata ? Domain.Common.Metadata.Create(metadata).Value : Domain.Common.Metadata.Empty,
            Attachments = Attachments.ToAttachments(),
            Raw = Raw is { } raw ? RawMessage.Create(raw).Value : null,
        };
}
