using System.Text.Json.Serialization;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Persistence.Conversions;

/// <summary>An attachment in its message's row. Rows outlive the code: these names stay, whatever the domain's become.</summary>
internal sealed record StoredAttachment(
    [property: JsonPropertyName("url")] string Url,
    [property: JsonPropertyName("type")] string? ContentType,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("size")] long? Size,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("about")] string? Description)
{
    public static StoredAttachment Of(Attachment file) =>
        new(file.Url, file.ContentType, file.Name, file.Size, file.Title, file.Description);

    public static Attachment Load(StoredAttachment file) =>
        new(file.Url, file.ContentType, file.Name, file.Size, file.Title, file.Description);
}
