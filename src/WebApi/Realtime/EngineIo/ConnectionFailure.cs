using System.Net.WebSockets;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Tells what a connection may do by itself from what only our own fault can be.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether this is what a connection throws that broke, was cut, or carried what it must not.</summary>
    public static bool Is(Exception exception) =>
        exception is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or BadHttpRequestException;

    /// <summary>Whether the client went without a word, and nothing worse.</summary>
    public static bool IsEnd(Exception exception) =>
        exception is WebSocketException { WebSocketErrorCode: WebSocketError.ConnectionClosedPrematurely };
}
