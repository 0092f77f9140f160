using System.Text.Json;
using Eliza.Application.Platforms.ProcessExternalMessage;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Platforms;

/// <summary>A message as a platform's connector tells it, by the platform's own ids.</summary>
public sealed class ExternalMessageRequest : CreatingRequest
{
    /// <summary>discord, telegram or twitter. Required.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform's id of the message, at most 256 characters. Required. With platform and channel it is the idempotency key.</summary>
    public override string? MessageId { get; init; }

    /// <summary>The platform's id of the channel, at most 256 characters. Required.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The platform's id of the author, at most 256 characters. Required.</summary>
    public string? UserId { get; init; }

    /// <summary>1–4000 characters of plain text. Required.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10 files.</summary>
    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    /// <summary>Data of the platform's, kept with the message: at most 16 KB and 5 levels. A username, userName, displayName or name in it is what the author is called.</summary>
    public JsonElement? Metadata { get; init; }

    internal override string? FindKey() => PlatformKey.Of(Platform?.ToLowerInvariant(), ChannelId, MessageId);

    internal ProcessExternalMessageCommand ToCommand() => new(
        Platform, MessageId, ChannelId, UserId, Content, Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())], Metadata);
}
