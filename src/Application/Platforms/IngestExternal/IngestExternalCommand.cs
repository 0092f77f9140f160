using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages;

namespace Eliza.Application.Platforms.IngestExternal;

/// <summary>
/// Takes in what was said on a platform, without waiting for a reply. There are two forms: one message that names agent, room and
/// author by UUIDs; or a list of messages of one channel, all named as the platform names them, for the platform's agent.
/// </summary>
/// <param name="RoomId">One of our channels, or what the connector calls the platform's room.</param>
/// <param name="SourceId">The platform's id of the message.</param>
/// <param name="SourceType">discord, telegram or twitter, in any case.</param>
/// <param name="Platform">As <paramref name="SourceType"/>, in the second form.</param>
/// <param name="ChannelId">The platform's id of the channel.</param>
/// <param name="Messages">Makes it the second form; 1 to 100.</param>
public sealed record IngestExternalCommand(
    string? AgentId,
    string? RoomId,
    string? UserId,
    string? Text,
    string? SourceId,
    string? SourceType,
    JsonElement? Metadata,
    IReadOnlyList<AttachmentInput?>? Attachments,
    JsonElement? RawMessage,
    string? Platform,
    string? ChannelId,
    IReadOnlyList<PlatformMessageInput?>? Messages) : ICommand<IngestedMessages>, IIdempotent;

/// <summary>One message of the list.</summary>
/// <param name="Timestamp">When it was said there, in milliseconds; kept with what came from the platform.</param>
public sealed record PlatformMessageInput(
    string? Id, string? AuthorId, string? Content, JsonElement? Timestamp, JsonElement? Metadata, IReadOnlyList<AttachmentInput?>? Attachments);
