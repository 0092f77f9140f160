namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>A namespace of a Socket.IO server: its connected sockets and their rooms. Safe to use from any thread.</summary>
internal sealed class SocketNamespace
{
    /// <summary>Begins with a slash; the main namespace is just that.</summary>
    public string Name => throw new NotSupportedException();

    /// <summary>How many sockets are connected.</summary>
    public int Count => throw new NotSupportedException();

    /// <summary>Encodes an event once, to be emitted to many sockets or rooms of this namespace.</summary>
    /// <param name="name">Not one of the names that the protocol reserves.</param>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    public EncodedEvent Encode(string name, params object?[] values) => throw new NotSupportedException();

    /// <summary>Emits to every connected socket in a room, but one if asked to. Returns how many there were.</summary>
    public int Emit(string room, EncodedEvent encoded, Socket? except = null) => throw new NotSupportedException();

    /// <summary>Emits to every connected socket.</summary>
    public int EmitToAll(EncodedEvent encoded) => throw new NotSupportedException();

    /// <summary>The sockets in a room at this moment.</summary>
    public IReadOnlyList<Socket> SocketsIn(string room) => throw new NotSupportedException();
}
