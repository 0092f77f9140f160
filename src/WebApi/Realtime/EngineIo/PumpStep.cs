namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What a WebSocket is to do next.</summary>
internal enum PumpStep
{
    /// <summary>Send a packet.</summary>
    Send,

    /// <summary>Nothing, until it is woken.</summary>
    Rest,

    /// <summary>Send the closing frame; nothing comes after that.</summary>
    Finish,
}
