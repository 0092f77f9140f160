using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// What is done with the sockets of a namespace. For all sockets of one connection these are called one after the other,
/// never two at a time, and until one returns no more is read from that client: so none of them may await an
/// acknowledgement of the same client. An exception is logged and ends the connection.
/// </summary>
internal interface ISocketHandler
{
    /// <summary>
    /// A client wants to join the namespace. The socket is not connected yet: what is emitted to it now is not sent, not
    /// even by way of a room. It may be given its <see cref="Socket.State"/>.
    /// </summary>
    /// <param name="socket">The socket that it would have.</param>
    /// <param name="auth">What the client sent with its request: an object, empty if it sent none.</param>
    /// <param name="cancellationToken">Cancelled when the connection ends.</param>
    ValueTask<ConnectAnswer> OnConnectAsync(Socket socket, JsonElement auth, CancellationToken cancellationToken);

    /// <summary>The socket is connected and the client is told so: now rooms can be joined and events emitted.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="cancellationToken">Cancelled when the socket is disconnected.</param>
    ValueTask OnConnectedAsync(Socket socket, CancellationToken cancellationToken);

    /// <summary>The client emitted an event.</summary>
    /// <param name="socket">Whose client it was.</param>
    /// <param name="received">The event, which can be acknowledged if the client asked for that.</param>
    /// <param name="cancellationToken">Cancelled when the socket is disconnected.</param>
    ValueTask OnEventAsync(Socket socket, SocketEvent received, CancellationToken cancellationToken);

    /// <summary>
    /// The socket is gone, and has left its rooms. Called exactly once, after everything else, for every socket that
    /// <see cref="OnConnectAsync"/> was called for and did not refuse: also if the client went while that was under way,
    /// and also if that threw.
    /// </summary>
    ValueTask OnDisconnectedAsync(Socket socket, DisconnectReason reason);
}
