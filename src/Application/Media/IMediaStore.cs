using Eliza.Domain.Common;
using Eliza.Domain.Media;

namespace Eliza.Application.Media;

/// <summary>Where the bytes of uploaded files lie.</summary>
public interface IMediaStore
{
    /// <summary>The most that the files of one channel may have in total.</summary>
    long MaxBytesPerChannel { get; }

    /// <summary>The most that all files may have in total; null for no limit.</summary>
    long? MaxBytes { get; }

    /// <summary>Takes a file in, for the time being, and counts and hashes it on the way. What fails, or is given up, leaves nothing behind.</summary>
    Task<Result<StagedFile>> StageAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Keeps a staged file for good; to keep one that is kept changes nothing. Whether it is kept.</summary>
    bool TryKeep(MediaId id);

    /// <summary>The file's bytes, or null when they are not there.</summary>
    Stream? Open(MediaId id);

    /// <summary>Removes a file that was staged, kept or not, unless it has been committed that there is such a file.</summary>
    Task LetGoAsync(MediaId id, CancellationToken cancellationToken);
}
