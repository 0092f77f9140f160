using Eliza.Application.Media;
using Eliza.Domain.Media;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Media.Describing;

/// <summary>Describes images by their headers, and documents by their texts, which another process reads. Whatever goes wrong, there is no description.</summary>
internal sealed partial class MediaDescriber(
    MediaFolder folder, DocumentReader documents, IOptions<MediaOptions> options, ILogger<MediaDescriber> logger) : IMediaDescriber
{
    public async Task<MediaDescription?> DescribeAsync(MediaId id, MediaType type, CancellationToken cancellationToken)
    {
        if (!options.Value.DescribeFiles) return null;
        try
        {
            return type.Kind switch
            {
                MediaKind.Image => MediaDescription.Of(OfImage(type, folder.StagedPathOf(id))),
                MediaKind.Document => MediaDescription.Of(await documents.ReadAsync(folder.StagedPathOf(id), cancellationToken)),
                _ => null,
            };
        }
        catch (UndescribedException exception)
        {
            Undescribed(id, type, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Its message may hold a path, or what is in the file.
            Undescribed(id, type, exception.GetType().Name);
        }
        return null;
    }

    private static string OfImage(MediaType type, string path)
    {
        using var file = File.OpenRead(path);
        return ImageHeader.SizeOf(type.ContentType, file) is var (width, height)
            ? $"{type.Ending[1..].ToUpperInvariant()} image, {width} × {height} pixels"
            : throw new UndescribedException("its header tells no size");
    }

    [LoggerMessage(75, LogLevel.Information, "File {Id} ({Type}) has no description: {Reason}")]
    private partial void Undescribed(MediaId id, MediaType type, string reason);
}
