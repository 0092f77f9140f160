using System.Net.WebSockets;
using System.Text;

namespace Eliza.FunctionalTests.Realtime;

/// <summary>A bare WebSocket that says and hears what it is told to.</summary>
internal sealed class SocketClient : IDisposable
{
    private byte[] _buffer = new byte[4_096];

    public ClientWebSocket Socket { get; } = new();

    public static async Task<SocketClient> ConnectAsync(int port, string pathAndQuery)
    {
        var client = new SocketClient();
        client.Socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await client.Socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}{pathAndQuery}"), TestContext.Current.CancellationToken);
        return client;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Binary, bool isLast = true) =>
        Socket.SendAsync(bytes, type, isLast, TestContext.Current.CancellationToken);

    /// <summary>Receives one message: a text, bytes, or null if the other side closed or the connection broke.</summary>
    public async Task<object?> ReceiveAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(RealtimeApp.Patience);
        try
        {
            var count = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await Socket.ReceiveAsync(_buffer.AsMemory(count), patience.Token);
                count += part.Count;
                if (count == _buffer.Length) Array.Resize(ref _buffer, count * 2);
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            return part.MessageType == WebSocketMessageType.Binary ? _buffer[..count] : Encoding.UTF8.GetString(_buffer, 0, count);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public async Task<string> ReceiveTextAsync() => (await ReceiveAsync()).ShouldBeOfType<string>();

    public async Task<byte[]> ReceiveBytesAsync() => (await ReceiveAsync()).ShouldBeOfType<byte[]>();

    /// <summary>Takes whatever still comes until the connection has ended. Returns the status that the other side gave, if it gave one.</summary>
    public async Task<WebSocketCloseStatus?> UntilClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
        return Socket.CloseStatus;
    }

    public void Dispose() => Socket.Dispose();
}
