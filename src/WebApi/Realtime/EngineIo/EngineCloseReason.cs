namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Why a session ended.</summary>
internal enum EngineCloseReason
{
    /// <summary>The client closed it, or its connection ended.</summary>
    TransportClose,

    /// <summary>The connection broke, or the client used it against the protocol.</summary>
    TransportError,

    /// <summary>The client left a ping unanswered.</summary>
    PingTimeout,

    /// <summary>What the client sent is no packet.</summary>
    ParseError,

    /// <summary>The client sent more than the largest payload.</summary>
    PayloadTooLarge,

    /// <summary>The client does not take what is sent to it as fast as it comes.</summary>
    SlowClient,

    /// <summary>The deadline passed that <see cref="EngineSession.CloseAfter"/> had set.</summary>
    Deadline,

    /// <summary>Our own code closed it.</summary>
    ForcedClose,

    /// <summary>The server is stopping.</summary>
    ServerStop,

    /// <summary>Our own code failed while it handled what the client sent.</summary>
    ServerError,
}
