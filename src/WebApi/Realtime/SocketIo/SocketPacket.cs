using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>A packet from a client.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Namespace">Where it belongs.</param>
/// <param name="Id">The number of an acknowledgement, asked for or given, or null.</param>
/// <param name="AttachmentCount">How many binary messages follow it.</param>
/// <param name="Data">
/// Of a connect the auth object, of an event the name and arguments, of an acknowledgement the arguments. Undefined if there is none.
/// </param>
internal sealed record SocketPacket(SocketPacketKind Kind, string Namespace, long? Id, int AttachmentCount, JsonElement Data)
{
    /// <summary>The attachments, once they are there.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Attachments { get; init; } = [];

    /// <summary>Whether it is an event, with attachments or without.</summary>
    public bool IsEvent => Kind is SocketPacketKind.Event or SocketPacketKind.BinaryEvent;

    /// <summary>Whether it is an acknowledgement, with attachments or without.</summary>
    public bool IsAck => Kind is SocketPacketKind.Ack or SocketPacketKind.BinaryAck;

    /// <summary>The arguments of an event, without its name, or of an acknowledgement.</summary>
    public SocketArguments ToArguments() => new([.. Data.EnumerateArray().Skip(IsEvent ? 1 : 0)], Attachments);
}
