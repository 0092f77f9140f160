using System.Buffers;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>A message that came over a WebSocket, in a buffer that goes back to its pool when this is disposed.</summary>
internal sealed class ReceivedMessage(byte[] buffer, int count, bool isBinary, bool isTooLarge) : IDisposable
{
    /// <summary>Whether there is more of it than may be.</summary>
    public bool IsTooLarge => isTooLarge;

    /// <summary>Reads it as a packet, once, which is valid until this is disposed.</summary>
    public IncomingPacket ToPacket() => isBinary ? IncomingPacket.Binary(buffer.AsMemory(0, count)) : IncomingPacket.Text(buffer.AsMemory(0, count));

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);
}
