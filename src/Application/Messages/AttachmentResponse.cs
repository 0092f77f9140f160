using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>A file that a message refers to, as clients see it. <c>Size</c> is in bytes, <c>Description</c> the author's, or what the server found out about an uploaded file.</summary>
public sealed record AttachmentResponse(string Url, string? ContentType, string? Name, long? Size, string? Title, string? Description)
{
    public static AttachmentResponse Of(Attachment file) =>
        new(file.Url, file.ContentType, file.Name, file.Size, file.Title, file.Description);
}
