using System.Buffers;
using System.Security.Cryptography;
using Eliza.Application.Media;
using Eliza.Domain.Common;
using Eliza.Domain.Media;

namespace Eliza.Infrastructure.Media;

/// <summary>Writes a file as it comes in, never more of it in memory than a buffer; counts and hashes it on the way.</summary>
internal static class IncomingFile
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>When it returns a success, the bytes are on the disk.</summary>
    /// <exception cref="WriteException">The disk does not take it.</exception>
    public static async Task<Result<StagedFile>> WriteAsync(MediaId id, string path, Stream content, CancellationToken cancellationToken)
    {
        await using var file = Create(path);
        var staged = await CopyAsync(id, content, file, cancellationToken);
        if (staged.IsSuccess) FlushToDisk(file);
        return staged;
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
            await AppendAsync(file, buffer.AsMemory(0, read), cancellationToken);
        }
        return new StagedFile(id, size, Convert.ToHexStringLower(hash.GetHashAndReset()), head.WrittenMemory);
    }

    /// <summary>Tells a disk that takes no more from a client that sends no more: both are I/O errors.</summary>
    private static async Task AppendAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new WriteException(exception);
        }
    }

    private static void FlushToDisk(FileStream file)
    {
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (IOException exception)
        {
            throw new WriteException(exception);
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
            throw new WriteException(exception);
        }
    }

    /// <summary>The file cannot be written.</summary>
    internal sealed class WriteException(Exception inner) : Exception("The file cannot be written.", inner);
}
