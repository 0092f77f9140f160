using System.Buffers;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Bytes rented from the shared pool that turn out to be too few.</summary>
internal static class RentedBuffer
{
    /// <summary>Gives a buffer back for one twice as long that begins with the same bytes.</summary>
    public static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
