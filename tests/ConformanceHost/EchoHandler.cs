using System.Collections.Concurrent;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.ConformanceHost;

/// <summary>Sends every message back.</summary>
internal sealed class EchoHandler : IEngineHandler
{
    /// <summary>The sessions, by their id.</summary>
    public ConcurrentDictionary<string, EngineSession> Sessions { get; } = new();

    /// <summary>Why sessions ended, each time that it was told so.</summary>
    public ConcurrentQueue<(string Sid, EngineCloseReason Reason)> Closed { get; } = new();

    /// <summary>What is done with a message instead of sending it back.</summary>
    public Func<EngineSession, EngineMessage, CancellationToken, ValueTask>? Instead { get; set; }

    public ValueTask OnOpenAsync(EngineSession session)
    {
        Sessions[session.Sid] = session;
        return ValueTask.CompletedTask;
    }

    public ValueTask OnMessageAsync(EngineSession session, EngineMessage message, CancellationToken cancellationToken)
    {
        if (Instead is { } instead) return instead(session, message, cancellationToken);
        byte[] data = message.IsBinary ? message.Data.ToArray() : [(byte)'4', .. message.Data.Span];
        session.Send(new EnginePacket(data, message.IsBinary));
        return ValueTask.CompletedTask;
    }

    public ValueTask OnCloseAsync(EngineSession session, EngineCloseReason reason)
    {
        Closed.Enqueue((session.Sid, reason));
        return ValueTask.CompletedTask;
    }
}
