using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>A file that a message refers to. The message keeps the reference alone; a file that was uploaded to the channel lies with the media.</summary>
/// <param name="Url">An absolute http(s) URL, or one of our own media paths.</param>
/// <param name="ContentType">The media type, or null when only the name tells it.</param>
/// <param name="Name">The file's name, or null.</param>
/// <param name="Size">Bytes, 0 or more, or null when unknown.</param>
/// <param name="Title">What people see of it, or null.</param>
/// <param name="Description">What it shows or says, or null.</param>
public sealed record Attachment(string Url, string? ContentType, string? Name, long? Size, string? Title, string? Description)
{
    public const int MaxUrlLength = 2048;
    public const int MaxNameLength = 255;
    public const int MaxDescriptionLength = MessageContent.MaxLength;
    public const string UrlRule = "must be an absolute http or https URL or a path under /media/";
    public const string TypeRule = "must be of a supported type: JPG, PNG, GIF, PDF, DOCX, MP3, WAV, MP4, MOV";

    private static readonly HashSet<string> ContentTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/jpeg", "image/jpg", "image/png", "image/gif", "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "audio/mpeg", "audio/mp3", "audio/wav", "audio/x-wav", "audio/wave", "video/mp4", "video/quicktime",
    };

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".pdf", ".docx", ".mp3", ".wav", ".mp4", ".mov",
    };

    public static bool IsAllowedUrl(string? url) =>
        url is { Length: <= MaxUrlLength } && !url.Any(char.IsControl) && (IsOwnMedia(url) || IsWeb(url));

    /// <summary>The content type decides; without one, the ending of the name.</summary>
    public static bool IsSupportedType(string? contentType, string? name) =>
        contentType is not null
            ? ContentTypes.Contains(contentType.Split(';')[0].Trim()) && TextRules.Broken(contentType, MaxNameLength) is null
            : name is not null && Endings.Contains(Path.GetExtension(name));

    /// <summary>The file's name as its URL ends with it; empty for none.</summary>
    public static string NameIn(string url) => Path.GetFileName(IsWeb(url) ? new Uri(url).AbsolutePath : url.Split('?', '#')[0]);

    /// <summary>.NET would escape a blank and cut it off at the ends; a client that reads the URL as it stands may not.</summary>
    private static bool IsWeb(string url) =>
        !url.Any(char.IsWhiteSpace) && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static bool IsOwnMedia(string url) =>
        url.StartsWith("/media/", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal)
        && !url.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase).Contains("..", StringComparison.Ordinal);
}

/// <summary>The limits of a message's attachments together.</summary>
public static class Attachments
{
    public const int MaxCount = 10;
    public const long MaxTotalSize = 25L * 1024 * 1024;
}
