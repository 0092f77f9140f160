using Eliza.WebApi.Hosting;
using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.Gateway.Actions;
using Eliza.WebApi.Realtime.Gateway.Logs;
using Eliza.WebApi.Realtime.SocketIo;
using Eliza.WebApi.Responses;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>Registers the Socket.IO gateway and puts it at its path.</summary>
internal static class GatewayRegistration
{
    public const string Path = "/socket.io";

    private const int MostAllowed = 1_000_000;

    /// <summary>Deeper than a payload may nest, so that a client hears what is wrong with it instead of losing its connection.</summary>
    private const int DeepestPacket = 128;

    public static void AddGateway(this IServiceCollection services)
    {
        services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section)
            .Validate(own => GatewayOptions.IsTime(own.PingIntervalSeconds), "Realtime:PingIntervalSeconds must be from 1 to 300")
            .Validate(own => GatewayOptions.IsTime(own.PingTimeoutSeconds), "Realtime:PingTimeoutSeconds must be from 1 to 300")
            .Validate(own => GatewayOptions.IsTime(own.ConnectTimeoutSeconds), "Realtime:ConnectTimeoutSeconds must be from 1 to 300")
            .Validate(own => own.MaxPayloadBytes is >= 10_000 and <= 10_000_000, "Realtime:MaxPayloadBytes must be from 10000 to 10000000")
            .Validate(own => own.MaxConnections is >= 1 and <= MostAllowed, $"Realtime:MaxConnections must be from 1 to {MostAllowed}")
            .Validate(own => own.MaxConnectionsPerCaller is >= 1 and <= MostAllowed, $"Realtime:MaxConnectionsPerCaller must be from 1 to {MostAllowed}")
            .ValidateOnStart();
        services.AddSingleton<OriginRule>();
        services.AddSingleton<CallerIntake>();
        services.AddSingleton<ActionDispatcher>();
        services.AddSingleton<GatewayHandler>();
        services.AddSingleton<LogStream>();
        services.AddSingleton<ILoggerProvider, LogStreamProvider>();
        services.AddSingleton(MakeServer);
        services.AddHostedService<GatewayStop>();
        services.AddSingleton<IClientAction, JoinRoom>();
        services.AddSingleton<IClientAction, LeaveRoom>();
        services.AddSingleton<IClientAction, SendMessage>();
        services.AddSingleton<IClientAction, ShowWorldState>();
        services.AddSingleton<IClientAction, SubscribeLogs>();
        services.AddSingleton<IClientAction, UnsubscribeLogs>();
        services.AddSingleton<IClientAction, UpdateLogFilters>();
    }

    /// <summary>Who calls is said inside the connection, so the path itself asks for no credential.</summary>
    public static void MapGateway(this WebApplication app)
    {
        var server = app.Services.GetRequiredService<SocketServer>();
        app.MapSockets(Path, server)
            .AllowAnonymous()
            .WithMetadata(new SignOfLifeAttribute(), new SparedRequests(request => IsPoll(request) && server.IsKnown(request.Query["sid"].ToString())));
    }

    /// <summary>Upgrades are none: each is a connection more, and a session needs but one.</summary>
    private static bool IsPoll(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsPost(request.Method)) && request.Query["transport"] == "polling";

    private static SocketServer MakeServer(IServiceProvider services)
    {
        var own = services.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var engine = new EngineOptions
        {
            PingInterval = TimeSpan.FromSeconds(own.PingIntervalSeconds),
            PingTimeout = TimeSpan.FromSeconds(own.PingTimeoutSeconds),
            MaxPayload = own.MaxPayloadBytes,
            MaxSessions = own.MaxConnections,
            AllowRequest = services.GetRequiredService<OriginRule>().Allows,
        };
        var sockets = new SocketOptions { ConnectTimeout = TimeSpan.FromSeconds(own.ConnectTimeoutSeconds), MaxJsonDepth = DeepestPacket, Json = Json.Options };
        var server = new SocketServer(engine, sockets, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>());
        server.Add("/", services.GetRequiredService<GatewayHandler>());
        return server;
    }
}
