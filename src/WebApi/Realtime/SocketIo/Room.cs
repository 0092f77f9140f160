namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Sockets that are emitted to together. Not safe for use by two threads at a time, but what it returns is.</summary>
internal sealed class Room
{
    private readonly HashSet<Socket> _members = [];
    private Socket[]? _listed;

    public int Count => _members.Count;

    public bool Add(Socket socket)
    {
        _listed = null;
        return _members.Add(socket);
    }

    public void Remove(Socket socket)
    {
        _listed = null;
        _members.Remove(socket);
    }

    /// <summary>The members at this moment: a list that is made anew only after a change, and never changed.</summary>
    public Socket[] List() => _listed ??= [.. _members];
}
