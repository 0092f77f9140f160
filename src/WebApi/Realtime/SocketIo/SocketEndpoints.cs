using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Puts a Socket.IO server at a path.</summary>
internal static class SocketEndpoints
{
    /// <summary>Answers at a path, with or without a slash at its end. Who may call is for the caller to say.</summary>
    public static IEndpointConventionBuilder MapSockets(this IEndpointRouteBuilder endpoints, string path, SocketServer server) =>
        endpoints.MapEngine(path, server.Engine);
}
