using System.Diagnostics.CodeAnalysis;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// A client's connection to one namespace. Everything here may be called from any thread and at any time, and nothing
/// waits for the client: what is emitted is queued in order, and a client that lets its queue fill up is disconnected.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The token source has no timer: there is nothing to release, and its token may be asked for at any time.")]
internal sealed class Socket
{
    private readonly SocketConnection _connection;
    private readonly CancellationTokenSource _disconnected = new();
    private readonly CancellationTokenRegistration _endOfSession;
    private readonly PendingAcks _acks;
    private int _state = (int)SocketState.Pending;

    public Socket(string id, SocketNamespace target, SocketConnection connection)
    {
        (Id, Namespace, _connection) = (id, target, connection);
        _acks = new PendingAcks(connection.Server.Options.MaxPendingAcks);
        _endOfSession = connection.Session.Ended.UnsafeRegister(static own => ((CancellationTokenSource)own!).Cancel(), _disconnected);
    }

    /// <summary>Tells sockets apart, and is public: it is not the session's id, which is a secret.</summary>
    public string Id { get; }

    /// <summary>Where the socket is connected to.</summary>
    public SocketNamespace Namespace { get; }

    /// <summary>What the request said that opened the connection.</summary>
    public EngineHandshake Handshake => _connection.Session.Handshake;

    /// <summary>Whatever the namespace's handler keeps with the socket.</summary>
    public object? State { get; set; }

    /// <summary>Whether events can be emitted to it and come from it.</summary>
    public bool IsConnected => Volatile.Read(ref _state) == (int)SocketState.Connected;

    /// <summary>Whether so much waits for the client that whoever can should send it less.</summary>
    public bool IsHalfFull => _connection.Session.IsHalfFull;

    /// <summary>Cancelled when the socket is disconnected.</summary>
    public CancellationToken Disconnected => _disconnected.Token;

    /// <summary>Whether it is refused or disconnected, which it will always be then.</summary>
    internal bool IsGone => Volatile.Read(ref _state) == (int)SocketState.Gone;

    /// <summary>Whether its handler has been told that it is gone, or need not be.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>The rooms that it is in: its namespace keeps them.</summary>
    internal HashSet<string> Rooms { get; } = new(StringComparer.Ordinal);

    /// <summary>Emits an event. Returns false, and does nothing, if the socket is not connected.</summary>
    /// <param name="name">Not one of the names that the protocol reserves.</param>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    public bool Emit(string name, params object?[] values) => IsConnected && Emit(Namespace.Encode(name, values));

    /// <summary>Emits an event that its namespace has encoded. Returns false, and does nothing, if the socket is not connected.</summary>
    public bool Emit(EncodedEvent encoded) => IsConnected && _connection.Session.Send(encoded.Packets);

    /// <summary>
    /// Emits an event and waits for its acknowledgement. Returns null if none came in time, if the socket is or gets
    /// disconnected, or if too many are awaited already. Never to be awaited in a handler of the same connection.
    /// </summary>
    /// <param name="name">Not one of the names that the protocol reserves.</param>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Whoever waits may give up.</param>
    public async Task<SocketArguments?> EmitWithAckAsync(string name, object?[] values, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!IsConnected || _acks.Add() is not var (id, answer)) return null;
        try
        {
            if (!_connection.Session.Send(Namespace.Writer.Event(name, values, Namespace.Name, id))) return null;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Disconnected);
            return await answer.WaitAsync(timeout, _connection.Server.Time, either.Token);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _acks.Remove(id);
        }
    }

    /// <summary>Joins a room of its namespace. Returns false if it is disconnected or in too many rooms already.</summary>
    public bool Join(string room) => Namespace.Join(this, room);

    /// <summary>Leaves a room; does nothing if it is not in it.</summary>
    public void Leave(string room) => Namespace.Leave(this, room);

    /// <summary>Leaves all rooms.</summary>
    public void LeaveAll() => Namespace.LeaveAll(this);

    /// <summary>Disconnects the socket once what was emitted to it is sent, and closes the whole connection if asked to.</summary>
    public void Disconnect(bool closeConnection = false)
    {
        if (TryGo(out var was))
        {
            if (was == SocketState.Connected) _connection.Send(SocketPacketKind.Disconnect, Namespace.Name, payload: null);
            _ = Task.Run(() => _connection.Session.InTurnAsync(_ => _connection.SettleAsync(this, DisconnectReason.ServerDisconnect)));
        }
        if (closeConnection) _connection.Session.Close();
    }

    /// <summary>Acknowledges an event that the client emitted.</summary>
    internal void SendAck(long id, object?[] values)
    {
        if (IsConnected) _connection.Session.Send(Namespace.Writer.Ack(values, Namespace.Name, id));
    }

    /// <summary>Hands an acknowledgement to whoever waits for it. Returns false if nobody does.</summary>
    internal bool TryTakeAck(long id, SocketArguments arguments) => _acks.TryComplete(id, arguments);

    /// <summary>Connects it, unless it is gone. The client must know before.</summary>
    internal bool TryConnect() =>
        Interlocked.CompareExchange(ref _state, (int)SocketState.Connected, (int)SocketState.Pending) == (int)SocketState.Pending;

    /// <summary>Takes it out of its namespace for good. Returns false if it is out already.</summary>
    internal bool TryGo(out SocketState was)
    {
        was = (SocketState)Interlocked.Exchange(ref _state, (int)SocketState.Gone);
        if (was == SocketState.Gone) return false;
        Namespace.Remove(this);
        _endOfSession.Unregister();
        _ = _disconnected.CancelAsync();
        return true;
    }
}
