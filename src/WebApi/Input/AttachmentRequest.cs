using Eliza.Application.Messages;

namespace Eliza.WebApi.Input;

/// <summary>A file that a message refers to.</summary>
public sealed class AttachmentRequest
{
    /// <summary>An absolute http(s) URL, or a path under /media/. Required.</summary>
    public string? Url { get; init; }

    /// <summary>The media type of a JPG, PNG, GIF, PDF, DOCX, MP3, WAV, MP4 or MOV, such as image/png; when missing, the ending of the name tells, and without a name that of the URL.</summary>
    [AlsoSpelled("mimeType")]
    public string? ContentType { get; init; }

    /// <summary>The file's name.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes; 25 MB at most for all attachments of a message.</summary>
    public long? Size { get; init; }

    /// <summary>What people see of it.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// What it shows or says. When missing, and the URL is a path under /media/ of a file that was uploaded to the same channel, what the server found out
    /// about that file.
    /// </summary>
    public string? Description { get; init; }

    internal AttachmentInput ToInput() => new(Url, ContentType, Name, Size, Title, Description);
}
