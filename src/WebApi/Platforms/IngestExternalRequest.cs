using System.Text.Json;
using Eliza.Application.Platforms.IngestExternal;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Platforms;

/// <summary>A platform's message for an agent by ids of ours; or, with <c>messages</c>, a list of one channel's by the platform's own ids.</summary>
public sealed class IngestExternalRequest : CreatingRequest
{
    /// <summary>The agent that the message is for, a UUID; required of one message.</summary>
    public string? AgentId { get; init; }

    /// <summary>The room, a UUID: one of our channels, or what the connector calls the platform's; required of one message.</summary>
    public string? RoomId { get; init; }

    /// <summary>The author, a UUID; required of one message.</summary>
    public string? UserId { get; init; }

    /// <summary>1–4000 characters of plain text; required of one message.</summary>
    public string? Text { get; init; }

    /// <summary>The platform's id of the message, at most 256 characters; required of one message.</summary>
    public string? SourceId { get; init; }

    /// <summary>discord, telegram or twitter; required of one message.</summary>
    public string? SourceType { get; init; }

    /// <summary>Data of the platform's, kept with the message: at most 16 KB and 5 levels. A username, userName, displayName or name in it is what the author is called.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>At most 10 files.</summary>
    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    /// <summary>The message as its platform gave it: an object or a string, at most 16 KB and 5 levels; kept, not shown.</summary>
    public JsonElement? RawMessage { get; init; }

    /// <summary>discord, telegram or twitter; required of a list.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform's id of the channel, at most 256 characters; required of a list.</summary>
    public string? ChannelId { get; init; }

    /// <summary>1 to 100 messages of the channel, in their order.</summary>
    public IReadOnlyList<PlatformMessageRequest?>? Messages { get; init; }

    /// <summary>For a second agent the same message is another request.</summary>
    internal override string? FindKey() => Messages is null
        ? PlatformKey.Of(SourceType?.ToLowerInvariant(), RoomId?.ToLowerInvariant(), SourceId, AgentId?.ToLowerInvariant()) ?? MessageId
        : MessageId;

    internal IngestExternalCommand ToCommand() => new(
        AgentId, RoomId, UserId, Text, SourceId, SourceType, Metadata,
        Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())],
        RawMessage, Platform, ChannelId, Messages is null ? null : [.. Messages.Select(message => message?.ToInput())]);
}
