namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>How a request of long polling is answered.</summary>
/// <param name="Packets">What is sent: at least one, unless there is an error.</param>
/// <param name="Error">Why the request is refused, or null.</param>
/// <param name="End">Why the session ends with this, or null if it does not.</param>
/// <param name="IsLast">Whether the session has ended, and this tells the client so.</param>
internal readonly record struct PollAnswer(
    IReadOnlyList<EnginePacket> Packets, EngineError? Error = null, EngineCloseReason? End = null, bool IsLast = false);
