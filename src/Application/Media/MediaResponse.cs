using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>
/// An uploaded file as clients see it. <c>Url</c> is a path on this server that a message's attachment may refer to, <c>Type</c>
/// one of image, video, audio, document, <c>Size</c> in bytes, <c>AgentId</c> what the upload said.
/// </summary>
public sealed record MediaResponse(Guid Id, string Url, Guid ChannelId, string? AgentId, string Type, string MimeType, long Size, string Name)
{
    internal static MediaResponse Of(MediaFile file, string? agentId) => new(
        file.Id.Value,
        $"/media/{file.Id}/{Uri.EscapeDataString(file.Name.Value)}",
        file.ChannelId.Value,
        agentId,
        file.Type.Kind.Name(),
        file.Type.ContentType,
        file.Size,
        file.Name.Value);
}
