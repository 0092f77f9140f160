using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// A client's connection to one namespace. Everything here may be called from any thread and at any time, and nothing
/// waits for the client: what is emitted is queued in order, and a client that lets its queue fill up is disconnected.
/// </summary>
internal sealed class Socket
{
    /// <summary>Tells sockets apart, and is public: it is not the session's id, which is a secret.</summary>
    public string Id => throw new NotSupportedException();

    /// <summary>Where the socket is connected to.</summary>
    public SocketNamespace Namespace => throw new NotSupportedException();

    /// <summary>What the request said that opened the connection.</summary>
    public EngineHandshake Handshake => throw new NotSupportedException();

    /// <summary>Whatever the namespace's handler keeps with the socket.</summary>
    public object? State { get; set; }

    /// <summary>Whether events can be emitted to it and come from it.</summary>
    public bool IsConnected => throw new NotSupportedException();

    /// <summary>Cancelled when the socket is disconnected.</summary>
    public CancellationToken Disconnected => throw new NotSupportedException();

    /// <summary>Emits an event. Returns false, and does nothing, if the socket is not connected.</summary>
    /// <param name="name">Not one of the names that the protocol reserves.</param>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    public bool Emit(string name, params object?[] values) => throw new NotSupportedException();

    /// <summary>Emits an event that its namespace has encoded. Returns false, and does nothing, if the socket is not connected.</summary>
    public bool Emit(EncodedEvent encoded) => throw new NotSupportedException();

    /// <summary>
    /// Emits an event and waits for its acknowledgement. Returns null if none came in time, if the socket is or gets
    /// disconnected, or if too many are awaited already. Never to be awaited in a handler of the same connection.
    /// </summary>
    public Task<SocketArguments?> EmitWithAckAsync(string name, object?[] values, TimeSpan timeout, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    /// <summary>Joins a room of its namespace. Returns false if it is disconnected or in too many rooms already.</summary>
    public bool Join(string room) => throw new NotSupportedException();

    /// <summary>Leaves a room; does nothing if it is not in it.</summary>
    public void Leave(string room) => throw new NotSupportedException();

    /// <summary>Leaves all rooms.</summary>
    public void LeaveAll() => throw new NotSupportedException();

    /// <summary>Disconnects the socket once what was emitted to it is sent, and closes the whole connection if asked to.</summary>
    public void Disconnect(bool closeConnection = false) => throw new NotSupportedException();

    internal void SendAck(long id, object?[] values) => throw new NotSupportedException();
}
