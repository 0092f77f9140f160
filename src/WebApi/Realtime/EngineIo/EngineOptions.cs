namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What an Engine.IO server grants its clients. Set before the server is made and not changed afterwards.</summary>
internal sealed class EngineOptions
{
    /// <summary>How long after a pong (or the handshake) the server sends a ping.</summary>
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>How long the client has to answer a ping before its session is closed.</summary>
    public TimeSpan PingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The most bytes of one WebSocket message or of one polling payload from the client.</summary>
    public int MaxPayload { get; set; } = 1_000_000;

    /// <summary>How long an upgrade to WebSocket may take from its first byte to its last. Polling goes on if it takes longer.</summary>
    public TimeSpan UpgradeTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one message may take to be written to a WebSocket, and how long a client may take to answer the closing frame.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The most packets that wait for one client. One more, and its session is closed as too slow.</summary>
    public int MaxQueuedPackets { get; set; } = 1_000;

    /// <summary>The most bytes that wait for one client. One more, and its session is closed as too slow.</summary>
    public int MaxQueuedBytes { get; set; } = 4_000_000;

    /// <summary>The most sessions at a time, those included that are being closed. One more handshake is answered with 503.</summary>
    public int MaxSessions { get; set; } = 10_000;

    /// <summary>Says whether a handshake or an upgrade is welcome, as by its <c>Origin</c>. If not, it is answered with 403, code 4.</summary>
    public Func<HttpContext, bool> AllowRequest { get; set; } = _ => true;
}
