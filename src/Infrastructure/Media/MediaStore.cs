using System.Data.Common;
using Eliza.Application.Media;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Media;

/// <summary>Keeps uploaded files in a folder. What a crash leaves there, the sweeper finds.</summary>
internal sealed partial class MediaStore(MediaFolder folder, ElizaDbContext db, IOptions<MediaOptions> options, TimeProvider time, ILogger<MediaStore> logger) : IMediaStore
{
    private const int BufferBytes = 64 * 1024;

    public long MaxBytesPerChannel => options.Value.MaxBytesPerChannel;

    public long? MaxBytes => options.Value.MaxBytes is > 0 and var most ? most : null;

    public async Task<Result<StagedFile>> StageAsync(Stream content, CancellationToken cancellationToken)
    {
        var id = MediaId.New(time.GetUtcNow());
        var path = folder.StagedPathOf(id);
        var isWhole = false;
        try
        {
            var staged = await IncomingFile.WriteAsync(id, path, content, cancellationToken);
            isWhole = staged.IsSuccess;
            return staged;
        }
        catch (IncomingFile.WriteException exception)
        {
            Failed(exception.InnerException!, id);
            return MediaErrors.StoreUnavailable;
        }
        finally
        {
            if (!isWhole && File.Exists(path)) File.Delete(path);
        }
    }

    public bool TryKeep(MediaId id)
    {
        try
        {
            folder.Keep(id);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Failed(exception, id);
            return false;
        }
    }

    public Stream? Open(MediaId id)
    {
        try
        {
            return new FileStream(folder.PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            Missing(id);
            return null;
        }
    }

    public async Task LetGoAsync(MediaId id, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(folder.StagedPathOf(id));
            if (!File.Exists(folder.PathOf(id)) || await db.MediaFiles.AnyAsync(file => file.Id == id, cancellationToken)) return;
            File.Delete(folder.PathOf(id));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException || StorageFaults.IsUnavailable(exception))
        {
            NotRemoved(exception, id);
        }
    }

    [LoggerMessage(30, LogLevel.Error, "File {Id} could not be stored")]
    private partial void Failed(Exception exception, MediaId id);

    [LoggerMessage(31, LogLevel.Error, "File {Id} is known, but its bytes are not there")]
    private partial void Missing(MediaId id);

    [LoggerMessage(32, LogLevel.Warning, "File {Id} could not be removed; a sweep will try again")]
    private partial void NotRemoved(Exception exception, MediaId id);
}
