using System.Net.WebSockets;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// A WebSocket that carries a session, or tries to take one over. It reads in the request's own task, and writes in one that
/// runs only while there is something to write.
/// </summary>
internal sealed class WebSocketTransport(WebSocket socket, EngineServer server) : IThreadPoolWorkItem
{
    private const long NotSending = -1;

    private static readonly ReadOnlyMemory<byte> Probe = "probe"u8.ToArray();

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebSocketReader _reader = new(socket, server.Options.MaxPayload);
    private readonly Lock _release = new();
    private EngineSession? _session;
    private ITimer? _endTimer;
    private WebSocketCloseStatus _status = WebSocketCloseStatus.NormalClosure;
    private long _sendingSince = NotSending;
    private bool _isReleased;

    /// <summary>Completes when nothing is written any more.</summary>
    public Task Finished => _finished.Task;

    /// <summary>Says whose packets it carries, or will.</summary>
    public void Carry(EngineSession session) => _session = session;

    /// <summary>Whether the write that is under way takes too long.</summary>
    public bool IsStuck(TimeSpan now) =>
        Volatile.Read(ref _sendingSince) is var since && since != NotSending && now - TimeSpan.FromTicks(since) >= server.Options.SendTimeout;

    /// <summary>
    /// Its session ends: the connection is cut unless it has ended by itself in time, and at once if what is being written to
    /// it is what keeps the session from going on. Called with the session's lock held.
    /// </summary>
    public void EndSoon(EngineCloseReason reason)
    {
        if (_endTimer is not null) return;
        _status = StatusFor(reason);
        var isHopeless = reason is EngineCloseReason.SlowClient or EngineCloseReason.PingTimeout && Volatile.Read(ref _sendingSince) != NotSending;
        _endTimer = server.Time.CreateTimer(_ => Abort(), null, isHopeless ? TimeSpan.Zero : server.Options.SendTimeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cuts the connection, unless it is released already: then it is no longer this one's to cut.</summary>
    public void Abort()
    {
        lock (_release)
        {
            if (!_isReleased) socket.Abort();
        }
    }

    /// <summary>Writes what the session has, on another thread. Called when that is not under way.</summary>
    public void Pump() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute() => _ = PumpAsync();

    /// <summary>Reads from the client until the connection has ended, and then ends the session.</summary>
    public async Task RunAsync(EngineSession session)
    {
        try
        {
            await ReadAsync(session);
            session.End(EngineCloseReason.TransportClose);
        }
        catch (Exception exception)
        {
            if (!ConnectionFailure.Is(exception)) server.LogFailure(exception);
            session.End(ConnectionFailure.IsEnd(exception) ? EngineCloseReason.TransportClose : EngineCloseReason.TransportError);
        }
        finally
        {
            await Finished;
            Release();
        }
    }

    /// <summary>Tries to take over a session that polls. Returns whether it did.</summary>
    public async Task<bool> TryUpgradeAsync(EngineSession session)
    {
        try
        {
            if (await ExpectAsync(PacketKind.Ping, Probe))
            {
                session.Probed();
                await socket.SendAsync(EnginePacket.ProbePong.Data, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                if (await ExpectAsync(PacketKind.Upgrade, default) && session.TryCompleteUpgrade(this)) return true;
            }
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            // The session polls on, as after any upgrade that came to nothing.
        }
        session.CancelUpgrade(this);
        return false;
    }

    /// <summary>Closes a connection that carries no session.</summary>
    public async Task CloseAsync()
    {
        await using var timer = server.Time.CreateTimer(_ => Abort(), null, server.Options.SendTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            while (await _reader.ReadAsync() is { } message) message.Dispose();
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            // It is closed either way.
        }
        finally
        {
            Release();
        }
    }

    /// <summary>The request is about to end, and its connection with it.</summary>
    private void Release()
    {
        lock (_release) _isReleased = true;
        _endTimer?.Dispose();
    }

    private async Task ReadAsync(EngineSession session)
    {
        while (await _reader.ReadAsync() is { } message)
        {
            using (message)
            {
                if (message.IsTooLarge) session.End(EngineCloseReason.PayloadTooLarge);
                else await session.TakeAsync(message.ToPacket());
            }
        }
    }

    private async Task<bool> ExpectAsync(PacketKind kind, ReadOnlyMemory<byte> data)
    {
        using var message = await _reader.ReadAsync();
        return message is { IsTooLarge: false } && message.ToPacket() is var packet && packet.Kind == kind && packet.Data.Span.SequenceEqual(data.Span);
    }

    private async Task PumpAsync()
    {
        try
        {
            PumpStep step;
            while ((step = _session!.TakeNext(out var packet)) == PumpStep.Send) await SendAsync(packet);
            if (step == PumpStep.Rest) return;
            await socket.CloseOutputAsync(_status, null, CancellationToken.None);
        }
        catch (Exception exception)
        {
            if (!ConnectionFailure.Is(exception)) server.LogFailure(exception);
            _session!.End(EngineCloseReason.TransportError);
        }
        _finished.TrySetResult();
    }

    private async ValueTask SendAsync(EnginePacket packet)
    {
        Volatile.Write(ref _sendingSince, server.Now.Ticks);
        var type = packet.IsBinary ? WebSocketMessageType.Binary : WebSocketMessageType.Text;
        await socket.SendAsync(packet.Data, type, endOfMessage: true, CancellationToken.None);
        Volatile.Write(ref _sendingSince, NotSending);
    }

    private static WebSocketCloseStatus StatusFor(EngineCloseReason reason) => reason switch
    {
        EngineCloseReason.PayloadTooLarge => WebSocketCloseStatus.MessageTooBig,
        EngineCloseReason.ServerStop => WebSocketCloseStatus.EndpointUnavailable,
        EngineCloseReason.ServerError => WebSocketCloseStatus.InternalServerError,
        _ => WebSocketCloseStatus.NormalClosure,
    };
}
