namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>How far a socket has come.</summary>
internal enum SocketState
{
    /// <summary>The handler is asked whether it may connect.</summary>
    Pending,

    /// <summary>The client is told that it is connected.</summary>
    Connected,

    /// <summary>It was refused, or disconnected.</summary>
    Gone,
}
