namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>How far a session has come.</summary>
internal enum SessionState
{
    /// <summary>Messages go both ways.</summary>
    Open,

    /// <summary>The rest is being sent; nothing is added to it or taken from the client any more.</summary>
    Closing,

    /// <summary>It is over.</summary>
    Closed,
}
