namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>The section <c>Realtime</c> of the configuration: what the Socket.IO gateway grants its clients.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Realtime";

    /// <summary>How long after a sign of life a client is asked for the next: 1 to 300.</summary>
    public int PingIntervalSeconds { get; set; } = 25;

    /// <summary>How long it may take to give it: 1 to 300.</summary>
    public int PingTimeoutSeconds { get; set; } = 20;

    /// <summary>How long a connection may last before the client says who it is: 1 to 300.</summary>
    public int ConnectTimeoutSeconds { get; set; } = 45;

    /// <summary>The most bytes of one message from a client: 10,000 to 10,000,000.</summary>
    public int MaxPayloadBytes { get; set; } = 1_000_000;

    /// <summary>The most connections at a time: 1 to 1,000,000.</summary>
    public int MaxConnections { get; set; } = 10_000;

    /// <summary>The most connections and event streams of one person or agent at a time; services have no such limit. 1 to 1,000,000.</summary>
    public int MaxConnectionsPerCaller { get; set; } = 100;

    public static bool IsTime(int seconds) => seconds is >= 1 and <= 300;
}
