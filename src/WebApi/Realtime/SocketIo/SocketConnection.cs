using System.Text.Json;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>One client's session and its sockets, one for each namespace that it joined. All of this happens in the session's turns.</summary>
internal sealed class SocketConnection(SocketServer server, EngineSession session)
{
    private static readonly JsonElement NoAuth = JsonElement.Parse("{}");

    private readonly SocketDecoder _decoder = new(server.Options, server.MaxPayload);
    private readonly Dictionary<string, Socket> _sockets = new(StringComparer.Ordinal);
    private int _refusals;
    private int _unexpected;

    public SocketServer Server => server;

    public EngineSession Session => session;

    /// <summary>Takes a message of the client, and hands what it means to a handler.</summary>
    public ValueTask TakeAsync(EngineMessage message)
    {
        if (!_decoder.TryTake(message, out var packet)) session.End(EngineCloseReason.ParseError);
        else if (packet is null) return ValueTask.CompletedTask;
        else if (packet.Kind == SocketPacketKind.Connect) return ConnectAsync(packet);
        else if (_sockets.TryGetValue(packet.Namespace, out var socket)) return TakeAsync(socket, packet);
        else session.End(EngineCloseReason.TransportError);
        return ValueTask.CompletedTask;
    }

    /// <summary>The session has ended, and with it every socket.</summary>
    public async ValueTask EndAsync(DisconnectReason reason)
    {
        foreach (var socket in _sockets.Values)
        {
            socket.TryGo(out _);
            await SettleAsync(socket, reason);
        }
    }

    /// <summary>
    /// Tells the handler, once, that a socket is gone; its failure is not to keep others from being told. A connection that
    /// has no other socket does not last without one.
    /// </summary>
    public async ValueTask SettleAsync(Socket socket, DisconnectReason reason)
    {
        if (socket.IsSettled) return;
        socket.IsSettled = true;
        try
        {
            await socket.Namespace.Handler.OnDisconnectedAsync(socket, reason);
        }
        catch (Exception exception)
        {
            server.LogFailure(exception);
        }
        if (_sockets.Values.All(other => other.IsGone)) session.CloseAfter(server.Options.ConnectTimeout);
    }

    /// <summary>Sends a packet that is no event.</summary>
    public void Send(SocketPacketKind kind, string target, object? payload) => session.Send(server.Writer.Plain(kind, target, payload));

    private async ValueTask ConnectAsync(SocketPacket packet)
    {
        if (_sockets.TryGetValue(packet.Namespace, out var present) && !present.IsGone) session.End(EngineCloseReason.TransportError);
        else if (server.Find(packet.Namespace) is not { } target) Refuse(packet.Namespace, "Invalid namespace", data: null);
        else if (_sockets.Count >= server.Options.MaxNamespacesPerConnection) Refuse(packet.Namespace, "Too many namespaces", data: null);
        else await ConnectAsync(target, packet.Data.ValueKind == JsonValueKind.Undefined ? NoAuth : packet.Data);
    }

    private async ValueTask ConnectAsync(SocketNamespace target, JsonElement auth)
    {
        var socket = new Socket(SocketServer.NewId(), target, this);
        _sockets[target.Name] = socket;
        var answer = await target.Handler.OnConnectAsync(socket, auth, session.Ended);
        if (!answer.IsAccepted)
        {
            socket.IsSettled = true;
            socket.TryGo(out _);
            _sockets.Remove(target.Name);
            Refuse(target.Name, answer.Message!, answer.Data);
            return;
        }

        if (!session.IsOpen) return;

        // The client has to know before anybody emits to it, which is from the moment that the socket is connected.
        Send(SocketPacketKind.Connect, target.Name, new { sid = socket.Id });
        if (!socket.TryConnect())
        {
            Send(SocketPacketKind.Disconnect, target.Name, payload: null);
            return;
        }
        session.CloseAfter(null);
        target.Add(socket);
        await target.Handler.OnConnectedAsync(socket, socket.Disconnected);
    }

    private async ValueTask TakeAsync(Socket socket, SocketPacket packet)
    {
        // The client need not have heard yet that it was disconnected.
        if (!socket.IsConnected) CountUnexpected();
        else if (packet.Kind == SocketPacketKind.Disconnect)
        {
            _sockets.Remove(packet.Namespace);
            if (socket.TryGo(out _)) await SettleAsync(socket, DisconnectReason.ClientDisconnect);
        }
        else if (packet.IsAck)
        {
            if (!socket.TryTakeAck(packet.Id!.Value, packet.ToArguments())) CountUnexpected();
        }
        else
        {
            var received = new SocketEvent(socket, EventNames.Of(packet.Data[0])!, packet.ToArguments(), packet.Id);
            await socket.Namespace.Handler.OnEventAsync(socket, received, socket.Disconnected);
        }
    }

    private void CountUnexpected()
    {
        if (++_unexpected > server.Options.MaxUnexpectedPackets) session.End(EngineCloseReason.ParseError);
    }

    private void Refuse(string target, string message, object? data)
    {
        Send(SocketPacketKind.ConnectError, target, data is null ? new { message } : new { message, data });
        if (++_refusals >= server.Options.MaxRefusedConnects) session.Close();
    }
}
