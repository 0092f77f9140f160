namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>A namespace of a Socket.IO server: its connected sockets and their rooms. Safe to use from any thread.</summary>
internal sealed class SocketNamespace(string name, ISocketHandler handler, SocketPacketWriter writer, int maxRoomsPerSocket)
{
    private readonly Lock _gate = new();
    private readonly Room _everybody = new();
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    /// <summary>Begins with a slash; the main namespace is just that.</summary>
    public string Name => name;

    /// <summary>How many sockets are connected.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _everybody.Count;
        }
    }

    internal ISocketHandler Handler => handler;

    internal SocketPacketWriter Writer => writer;

    /// <summary>Encodes an event once, to be emitted to many sockets or rooms of this namespace.</summary>
    /// <param name="name">Not one of the names that the protocol reserves.</param>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    public EncodedEvent Encode(string name, params object?[] values) => new(writer.Event(name, values, Name, id: null));

    /// <summary>Emits to every connected socket in a room, but one if asked to. Returns how many there were.</summary>
    public int Emit(string room, EncodedEvent encoded, Socket? except = null) => Emit(List(room), encoded, except);

    /// <summary>Emits to every connected socket. Returns how many there were.</summary>
    public int EmitToAll(EncodedEvent encoded)
    {
        Socket[] sockets;
        lock (_gate) sockets = _everybody.List();
        return Emit(sockets, encoded, except: null);
    }

    /// <summary>The sockets in a room at this moment.</summary>
    public IReadOnlyList<Socket> SocketsIn(string room) => List(room);

    /// <summary>Counts a socket among those that are connected, unless it is gone already.</summary>
    internal void Add(Socket socket)
    {
        lock (_gate)
        {
            if (!socket.IsGone) _everybody.Add(socket);
        }
    }

    /// <summary>Takes a socket that is gone out of everything.</summary>
    internal void Remove(Socket socket)
    {
        lock (_gate)
        {
            _everybody.Remove(socket);
            LeaveAll(socket);
        }
    }

    internal bool Join(Socket socket, string room)
    {
        lock (_gate)
        {
            if (socket.IsGone) return false;
            if (socket.Rooms.Contains(room)) return true;
            if (socket.Rooms.Count >= maxRoomsPerSocket) return false;
            socket.Rooms.Add(room);
            if (!_rooms.TryGetValue(room, out var joined)) _rooms[room] = joined = new Room();
            return joined.Add(socket);
        }
    }

    internal void Leave(Socket socket, string room)
    {
        lock (_gate)
        {
            if (!socket.Rooms.Remove(room)) return;
            var left = _rooms[room];
            left.Remove(socket);
            if (left.Count == 0) _rooms.Remove(room);
        }
    }

    internal void LeaveAll(Socket socket)
    {
        lock (_gate)
        {
            foreach (var room in socket.Rooms.ToList()) Leave(socket, room);
        }
    }

    private static int Emit(Socket[] sockets, EncodedEvent encoded, Socket? except)
    {
        var count = 0;
        foreach (var socket in sockets)
        {
            if (socket != except && socket.Emit(encoded)) count++;
        }
        return count;
    }

    private Socket[] List(string room)
    {
        lock (_gate) return _rooms.TryGetValue(room, out var found) ? found.List() : [];
    }
}
