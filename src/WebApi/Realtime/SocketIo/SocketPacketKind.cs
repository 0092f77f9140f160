namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>What a packet is: the numbers are the protocol's.</summary>
internal enum SocketPacketKind
{
    Connect = 0,
    Disconnect = 1,
    Event = 2,
    Ack = 3,
    ConnectError = 4,
    BinaryEvent = 5,
    BinaryAck = 6,
}
