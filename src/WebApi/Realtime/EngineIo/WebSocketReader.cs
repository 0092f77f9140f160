using System.Buffers;
using System.Net.WebSockets;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Reads whole messages from a WebSocket. While there is none it holds no buffer.</summary>
internal sealed class WebSocketReader(WebSocket socket, int maxBytes)
{
    private const int FirstBuffer = 4_096;

    /// <summary>Waits for the next message; null when the client has closed. What is beyond the bound is given back unfinished.</summary>
    /// <exception cref="WebSocketException">The connection broke, or what came is no WebSocket message.</exception>
    public async ValueTask<ReceivedMessage?> ReadAsync()
    {
        var part = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var count = 0;
        try
        {
            while (part is { MessageType: not WebSocketMessageType.Close, EndOfMessage: false } && count <= maxBytes)
            {
                if (count == buffer.Length) buffer = RentedBuffer.Grow(buffer);
                part = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None);
                count += part.Count;
            }
            if (part.MessageType == WebSocketMessageType.Close) return null;

            var message = new ReceivedMessage(buffer, count, part.MessageType == WebSocketMessageType.Binary, count > maxBytes);
            buffer = null;
            return message;
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
