using System.Text.Json;
using Eliza.Application.Platforms.IngestExternal;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Platforms;

/// <summary>One message of a list, by the platform's own ids.</summary>
public sealed class PlatformMessageRequest
{
    /// <summary>The platform's id of the message, at most 256 characters. Required.</summary>
    public string? Id { get; init; }

    /// <summary>The platform's id of the author, at most 256 characters. Required.</summary>
    public string? AuthorId { get; init; }

    /// <summary>1–4000 characters of plain text. Required.</summary>
    public string? Content { get; init; }

    /// <summary>When it was said there, a number of milliseconds; kept, not shown.</summary>
    public JsonElement? Timestamp { get; init; }

    /// <summary>Data of the platform's, kept with the message: at most 16 KB and 5 levels.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>At most 10 files.</summary>
    public IReadOnlyList<AttachmentRequest?>? Attachments { get; init; }

    internal PlatformMessageInput ToInput() => new(
        Id, AuthorId, Content, Timestamp, Metadata, Attachments is null ? null : [.. Attachments.Select(file => file?.ToInput())]);
}
