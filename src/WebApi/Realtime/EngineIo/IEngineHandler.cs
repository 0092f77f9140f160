namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// What is done with the sessions of an Engine.IO server. For one session these are called one after the other, never two at
/// a time; until one returns, no more is read from that client. An exception is logged and ends the session.
/// </summary>
internal interface IEngineHandler
{
    /// <summary>A session has been opened. Called before anything else.</summary>
    ValueTask OnOpenAsync(EngineSession session);

    /// <summary>The client sent a message.</summary>
    /// <param name="session">Whose client it was.</param>
    /// <param name="message">Valid until this returns.</param>
    /// <param name="cancellationToken">Cancelled when the session ends.</param>
    ValueTask OnMessageAsync(EngineSession session, EngineMessage message, CancellationToken cancellationToken);

    /// <summary>The session has ended. Called exactly once, after everything else.</summary>
    ValueTask OnCloseAsync(EngineSession session, EngineCloseReason reason);
}
