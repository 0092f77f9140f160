using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>Finds out from a staged file's bytes, which a stranger made, what it shows or says. It takes seconds at most, and little memory of ours.</summary>
public interface IMediaDescriber
{
    /// <summary>A document's text, or an image's kind and size; null when there is nothing to tell, or it could not be found out, for whatever reason.</summary>
    Task<MediaDescription?> DescribeAsync(MediaId id, MediaType type, CancellationToken cancellationToken);
}
