using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// A Socket.IO server (protocol version 5) on an Engine.IO server of its own. Give it its namespaces with
/// <see cref="Add"/> before the first request, and map it with <c>endpoints.MapSockets(path, server)</c>.
/// </summary>
internal sealed class SocketServer(EngineOptions engineOptions, SocketOptions options, TimeProvider time, ILoggerFactory loggers) : IAsyncDisposable
{
    /// <summary>Makes a namespace, which begins with a slash, and says what is done with its sockets.</summary>
    public SocketNamespace Add(string name, ISocketHandler handler) => throw new NotSupportedException();

    /// <summary>Whether a session id belongs to a session that is alive: for limits that do not count its requests.</summary>
    public bool IsKnown(string sid) => throw new NotSupportedException();

    /// <summary>How many sessions there are.</summary>
    public int SessionCount => throw new NotSupportedException();

    /// <summary>
    /// Disconnects all clients, politely until cancelled and abruptly then, and returns when they are gone and handlers
    /// told. New clients get 503 from now on.
    /// </summary>
    public Task CloseAllAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
