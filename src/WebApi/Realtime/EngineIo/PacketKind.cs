namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What a packet is: the numbers are the protocol's.</summary>
internal enum PacketKind
{
    /// <summary>No packet at all.</summary>
    Invalid = -1,
    Open = 0,
    Close = 1,
    Ping = 2,
    Pong = 3,
    Message = 4,
    Upgrade = 5,
    Noop = 6,
}
