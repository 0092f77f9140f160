using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Asks to be told what happens in a room.</summary>
internal sealed class JoinRoomPayload : RoomPayload
{
    /// <summary>What the client knows last, an event's id or a message's: it is told what it missed since.</summary>
    [AlsoSpelled("lastMessageId")]
    [AlsoSpelled("after")]
    public string? LastEventId { get; init; }
}
