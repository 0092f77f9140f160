using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// An event of a namespace, encoded once by <see cref="SocketNamespace.Encode"/> to be emitted to any number of its sockets.
/// </summary>
/// <param name="Packets">The event and, behind it, its attachments.</param>
internal readonly record struct EncodedEvent(EnginePacket[] Packets);
