using System.Buffers.Text;
using System.Security.Cryptography;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// A Socket.IO server (protocol version 5) on an Engine.IO server of its own. Give it its namespaces with
/// <see cref="Add"/> before the first request, and map it with <see cref="SocketEndpoints.MapSockets"/>.
/// </summary>
internal sealed partial class SocketServer : IEngineHandler, IAsyncDisposable
{
    private const int IdBytes = 15;

    private readonly Dictionary<string, SocketNamespace> _namespaces = new(StringComparer.Ordinal);
    private readonly ILogger<SocketServer> _logger;

    public SocketServer(EngineOptions engineOptions, SocketOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        (Options, Time, MaxPayload) = (options, time, engineOptions.MaxPayload);
        Writer = new SocketPacketWriter(options.Json);
        _logger = loggers.CreateLogger<SocketServer>();
        Engine = new EngineServer(engineOptions, this, time, loggers.CreateLogger<EngineServer>());
    }

    /// <summary>How many sessions there are, those included that have joined no namespace.</summary>
    public int SessionCount => Engine.Count;

    internal EngineServer Engine { get; }

    internal SocketOptions Options { get; }

    internal TimeProvider Time { get; }

    internal SocketPacketWriter Writer { get; }

    /// <summary>The most bytes of one packet together with its attachments.</summary>
    internal int MaxPayload { get; }

    /// <summary>Makes a namespace, which begins with a slash, and says what is done with its sockets.</summary>
    public SocketNamespace Add(string name, ISocketHandler handler)
    {
        if (!name.StartsWith('/') || name.Contains(',')) throw new ArgumentException("A namespace begins with a slash and has no comma.", nameof(name));
        return _namespaces[name] = new SocketNamespace(name, handler, Writer, Options.MaxRoomsPerSocket);
    }

    /// <summary>Whether a session id belongs to a session that is alive: for limits that do not count its requests.</summary>
    public bool IsKnown(string sid) => Engine.IsKnown(sid);

    /// <summary>
    /// Closes all connections, politely until cancelled and abruptly then, and returns when they are gone and handlers told.
    /// New clients get 503 from now on. Clients see a connection that ends, not a disconnect: so they come back by themselves.
    /// </summary>
    public Task CloseAllAsync(CancellationToken cancellationToken) => Engine.CloseAllAsync(cancellationToken);

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    ValueTask IEngineHandler.OnOpenAsync(EngineSession session)
    {
        session.State = new SocketConnection(this, session);
        session.CloseAfter(Options.ConnectTimeout);
        return ValueTask.CompletedTask;
    }

    ValueTask IEngineHandler.OnMessageAsync(EngineSession session, EngineMessage message, CancellationToken cancellationToken) =>
        ((SocketConnection)session.State!).TakeAsync(message);

    ValueTask IEngineHandler.OnCloseAsync(EngineSession session, EngineCloseReason reason) =>
        session.State is SocketConnection connection ? connection.EndAsync(ReasonFor(reason)) : ValueTask.CompletedTask;

    /// <summary>Nobody guesses a socket's id, though it is no secret.</summary>
    internal static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    internal SocketNamespace? Find(string name) => _namespaces.GetValueOrDefault(name);

    [LoggerMessage(EventId = 48, Level = LogLevel.Error, Message = "That a real-time client is gone could not be handled.")]
    internal partial void LogFailure(Exception exception);

    private static DisconnectReason ReasonFor(EngineCloseReason reason) => reason switch
    {
        EngineCloseReason.TransportClose => DisconnectReason.TransportClose,
        EngineCloseReason.PingTimeout => DisconnectReason.PingTimeout,
        EngineCloseReason.ParseError or EngineCloseReason.PayloadTooLarge => DisconnectReason.ParseError,
        EngineCloseReason.SlowClient => DisconnectReason.SlowClient,
        EngineCloseReason.ForcedClose or EngineCloseReason.Deadline => DisconnectReason.ServerDisconnect,
        EngineCloseReason.ServerStop => DisconnectReason.ServerStop,
        EngineCloseReason.ServerError => DisconnectReason.ServerError,
        _ => DisconnectReason.TransportError,
    };
}
