namespace Eliza.WebApi.Realtime.Listening;

/// <summary>How somebody listens.</summary>
internal enum ListenerKind
{
    /// <summary>Over Socket.IO.</summary>
    Socket,

    /// <summary>To Server-Sent Events.</summary>
    Stream,
}
