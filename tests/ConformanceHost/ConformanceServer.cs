using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.SocketIo;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Eliza.ConformanceHost;

/// <summary>The two servers that the public test suites of Engine.IO and Socket.IO expect, with the limits that they expect.</summary>
internal sealed class ConformanceServer : IAsyncDisposable
{
    public ConformanceServer(TimeProvider time, ILoggerFactory loggers, Action<EngineOptions>? changeEngine = null, Action<SocketOptions>? changeSockets = null)
    {
        var options = new EngineOptions { PingInterval = TimeSpan.FromMilliseconds(300), PingTimeout = TimeSpan.FromMilliseconds(200), MaxPayload = 1_000_000 };
        var socketOptions = new SocketOptions { ConnectTimeout = TimeSpan.FromMilliseconds(1_000) };
        changeEngine?.Invoke(options);
        changeSockets?.Invoke(socketOptions);
        Engine = new EngineServer(options, Echo, time, loggers.CreateLogger<EngineServer>());
        Sockets = new SocketServer(options, socketOptions, time, loggers);
        Main = Sockets.Add("/", MainHandler);
        Custom = Sockets.Add("/custom", CustomHandler);
    }

    /// <summary>Sends back whatever it gets.</summary>
    public EngineServer Engine { get; }

    /// <summary>What it is told of sessions.</summary>
    public EchoHandler Echo { get; } = new();

    public SocketServer Sockets { get; }

    public SocketNamespace Main { get; }

    public SocketNamespace Custom { get; }

    public SampleNamespaceHandler MainHandler { get; } = new();

    public SampleNamespaceHandler CustomHandler { get; } = new();

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEngine("/engine.io", Engine);
        endpoints.MapSockets("/socket.io", Sockets);
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Engine.CloseAllAsync(cancellationToken), Sockets.CloseAllAsync(cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Sockets.DisposeAsync();
    }
}
