using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>
/// An uploaded file as clients see it. <c>Url</c> is a path on this server that a message's attachment may refer to, <c>Type</c>
/// one of image, video, audio, document, <c>Size</c> in bytes, <c>AgentId</c> what the upload said. <c>Description</c> is what the server
/// found out about it: a document's text, an image's size in pixels; null when nothing. Messages that refer to the file get it.
/// </summary>
public sealed record MediaResponse(Guid Id, string Url, Guid ChannelId, string? AgentId, string Type, string MimeType, long Size, string Name, string? Description)
{
    internal static MediaResponse Of(MediaFile file, string? agentId) => new(
        file.Id.Value,
        MediaPath.Of(file.Id, file.Name),
        file.ChannelId.Value,
        agentId,
        file.Type.Kind.Name(),
        file.Type.ContentType,
        file.Size,
        file.Name.Value,
        file.Description?.Value);
}
