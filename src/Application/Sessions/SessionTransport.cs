using Eliza.Domain.Common;

namespace Eliza.Application.Sessions;

/// <summary>How the sender of a message hears of the agent's reply. The numbers lie in stored answers.</summary>
public enum SessionTransport
{
    /// <summary>By listening elsewhere: the answer comes at once.</summary>
    WebSocket = 0,

    /// <summary>With the answer, which waits for it.</summary>
    Http = 1,

    /// <summary>With the answer, which is a stream of events.</summary>
    Sse = 2,
}

/// <summary>The transports as clients name them.</summary>
public static class SessionTransports
{
    /// <summary>With the older names that the reference still takes.</summary>
    private static readonly Dictionary<string, SessionTransport> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["websocket"] = SessionTransport.WebSocket,
        ["http"] = SessionTransport.Http,
        ["sync"] = SessionTransport.Http,
        ["sse"] = SessionTransport.Sse,
        ["stream"] = SessionTransport.Sse,
    };

    private static readonly Error Unknown = Error.Rule("Session.UnknownTransport", $"must be one of {string.Join(", ", Known.Keys)}");

    public static Result<SessionTransport> Parse(string name) => Known.TryGetValue(name, out var transport) ? transport : Unknown;
}
