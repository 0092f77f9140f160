using System.Collections.Concurrent;
using System.Text.Json;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.ConformanceHost;

/// <summary>Says what a client brought to be let in, sends its messages back, and acknowledges them with what came.</summary>
internal sealed class SampleNamespaceHandler : ISocketHandler
{
    /// <summary>The sockets, by their id.</summary>
    public ConcurrentDictionary<string, Socket> Sockets { get; } = new();

    /// <summary>Why sockets were disconnected, each time that it was told so.</summary>
    public ConcurrentQueue<(string Id, DisconnectReason Reason)> Gone { get; } = new();

    /// <summary>Who is let in: everybody, unless this says otherwise.</summary>
    public Func<Socket, JsonElement, CancellationToken, ValueTask<ConnectAnswer>>? Decide { get; set; }

    /// <summary>What is done with events of other names.</summary>
    public Func<Socket, SocketEvent, ValueTask>? Otherwise { get; set; }

    public ValueTask<ConnectAnswer> OnConnectAsync(Socket socket, JsonElement auth, CancellationToken cancellationToken)
    {
        socket.State = auth;
        return Decide?.Invoke(socket, auth, cancellationToken) ?? ValueTask.FromResult(ConnectAnswer.Accept);
    }

    public ValueTask OnConnectedAsync(Socket socket, CancellationToken cancellationToken)
    {
        Sockets[socket.Id] = socket;
        socket.Emit("auth", socket.State);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnEventAsync(Socket socket, SocketEvent received, CancellationToken cancellationToken)
    {
        if (received.Name == "message") socket.Emit("message-back", received.Arguments.ToValues());
        else if (received.Name == "message-with-ack") received.Acknowledge(received.Arguments.ToValues());
        else if (Otherwise is { } otherwise) return otherwise(socket, received);
        return ValueTask.CompletedTask;
    }

    public ValueTask OnDisconnectedAsync(Socket socket, DisconnectReason reason)
    {
        Gone.Enqueue((socket.Id, reason));
        return ValueTask.CompletedTask;
    }
}
