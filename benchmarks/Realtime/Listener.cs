using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Eliza.Benchmarks.Common;

namespace Eliza.Benchmarks.Realtime;

/// <summary>One Socket.IO client over a WebSocket, which joins one channel and tells what it hears there.</summary>
internal sealed class Listener(Guid channel, Action<int> hear) : IAsyncDisposable
{
    private const int BufferSize = 4096;

    private static readonly byte[] Pong = "3"u8.ToArray();

    private readonly ClientWebSocket _socket = new() { Options = { KeepAliveInterval = TimeSpan.Zero } };
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsOpen => _socket.State is WebSocketState.Open;

    public async Task JoinAsync(Uri server)
    {
        await _socket.ConnectAsync(new Uri($"ws://{server.Authority}/socket.io/?EIO=4&transport=websocket"), CancellationToken.None);
        _ = ReceiveAsync();
        await SendAsync(Encoding.UTF8.GetBytes($"40{JsonSerializer.Serialize(new { token = BenchedServer.Key })}"));
        await _joined.Task;
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                // Without a buffer until something comes: thousands of these wait at once.
                await _socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
                var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (received.MessageType is WebSocketMessageType.Close) return;
                await HandleAsync(buffer.AsMemory(0, received.Count));
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            _joined.TrySetException(exception);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> packet)
    {
        var text = packet.Span;
        if (text.SequenceEqual("2"u8)) await SendAsync(Pong);
        else if (text.StartsWith("40"u8)) await SendAsync(Encoding.UTF8.GetBytes($"42[\"join\",{{\"roomId\":\"{channel}\"}}]"));
        else if (text.StartsWith("42[\"room_joined\""u8)) _joined.TrySetResult();
        else if (text.StartsWith("42[\"messageBroadcast\""u8)) hear(NumberIn(text));
        else if (text.StartsWith("44"u8)) _joined.TrySetException(new InvalidOperationException(Encoding.UTF8.GetString(text)));
    }

    /// <summary>Messages are numbers.</summary>
    private static int NumberIn(ReadOnlySpan<byte> packet)
    {
        var begin = packet.IndexOf("\"text\":\""u8) + 8;
        var length = packet[begin..].IndexOf((byte)'"');
        return int.Parse(packet.Slice(begin, length), CultureInfo.InvariantCulture);
    }

    private async Task SendAsync(byte[] packet) => await _socket.SendAsync(packet, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
