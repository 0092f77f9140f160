using System.Buffers;
using System.Data.Common;
using System.Security.Cryptography;
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

    public async Task<Result<StagedFile>> StageAsync(Stream content, CancellationToken cancellationToken)
    {
        var id = MediaId.New(time.GetUtcNow());
        var path = folder.StagedPathOf(id);
        var isWhole = false;
        try
        {
            await using var file = Create(path);
            var staged = await CopyAsync(id, content, file, cancellationToken);
            if (staged.IsSuccess) file.Flush(flushToDisk: true);
            isWhole = staged.IsSuccess;
            return staged;
        }
        catch (FileWriteException exception)
        {
            Failed(exception.InnerException!, id);
            return MediaErrors.StoreUnavailable;
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }

    public void Keep(MediaId id) => folder.Keep(id);

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            NotRemoved(exception, id);
        }
    }

    private static async Task<Result<StagedFile>> CopyAsync(MediaId id, Stream content, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = new ArrayBufferWriter<byte>(MediaType.HeadLength);
        var buffer = new byte[BufferBytes];
        var size = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            size += read;
            if (size > MediaFile.MaxSize) return MediaErrors.TooLarge;
            head.Write(buffer.AsSpan(0, Math.Min(read, MediaType.HeadLength - head.WrittenCount)));
            hash.AppendData(buffer, 0, read);
            await WriteAsync(file, buffer.AsMemory(0, read), cancellationToken);
        }
        return new StagedFile(id, size, Convert.ToHexStringLower(hash.GetHashAndReset()), head.WrittenMemory);
    }

    /// <summary>Tells a disk that takes no more from a client that sends no more: both are I/O errors.</summary>
    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new FileWriteException(exception);
        }
    }

    private static FileStream Create(string path)
    {
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FileWriteException(exception);
        }
    }

    [LoggerMessage(30, LogLevel.Error, "File {Id} could not be stored")]
    private partial void Failed(Exception exception, MediaId id);

    [LoggerMessage(31, LogLevel.Error, "File {Id} is known, but its bytes are not there")]
    private partial void Missing(MediaId id);

    [LoggerMessage(32, LogLevel.Warning, "File {Id} could not be removed; a sweep will try again")]
    private partial void NotRemoved(Exception exception, MediaId id);

    private sealed class FileWriteException(Exception inner) : Exception("The file cannot be written.", inner);
}
