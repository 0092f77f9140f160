namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Why a socket was disconnected from its namespace.</summary>
internal enum DisconnectReason
{
    /// <summary>The client left the namespace.</summary>
    ClientDisconnect,

    /// <summary>We disconnected the socket.</summary>
    ServerDisconnect,

    /// <summary>The client closed the connection, or it ended.</summary>
    TransportClose,

    /// <summary>The connection broke, or the client used it against the protocol.</summary>
    TransportError,

    /// <summary>The client left a ping unanswered.</summary>
    PingTimeout,

    /// <summary>What the client sent is no packet, or too large a one.</summary>
    ParseError,

    /// <summary>The client does not take what is sent to it as fast as it comes.</summary>
    SlowClient,

    /// <summary>The server is stopping.</summary>
    ServerStop,

    /// <summary>Our own code failed while it handled what the client sent.</summary>
    ServerError,
}
