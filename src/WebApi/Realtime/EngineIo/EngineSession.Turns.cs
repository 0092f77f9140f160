namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What the client sends, and the handler that is told of it, once at a time.</summary>
internal sealed partial class EngineSession
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isHandling;

    /// <summary>Completes when the session has ended, its handler knows it, and its WebSocket is released.</summary>
    internal Task Gone => _gone.Task;

    /// <summary>Does something when the handler is not at work for this session, and keeps it from being so meanwhile.</summary>
    /// <remarks>Never to be awaited in the handler itself.</remarks>
    public async Task InTurnAsync(Func<EngineSession, ValueTask> work)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            SetHandling(true);
            await work(this);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The session has ended, and the handler heeded it.
        }
        catch (Exception exception)
        {
            _server.LogFailure(exception);
            End(EngineCloseReason.ServerError);
        }
        finally
        {
            SetHandling(false);
            _turn.Release();
        }
    }

    /// <summary>Tells the handler that the session is open.</summary>
    internal Task BeginAsync() => InTurnAsync(session => _server.Handler.OnOpenAsync(session));

    /// <summary>Takes a packet, and returns once the handler is done with it. Does nothing if the session is not open.</summary>
    internal Task TakeAsync(IncomingPacket packet)
    {
        bool isOverdue;
        lock (_gate)
        {
            if (_state != SessionState.Open) return Task.CompletedTask;
            isOverdue = IsOverdue(_server.Now);
            if (packet.Kind == PacketKind.Pong && !isOverdue) _heartbeat.Ponged(_server.Now);
        }
        var reason = isOverdue ? EngineCloseReason.PingTimeout : ReasonToEnd(packet.Kind);
        if (reason is { } given) End(given);
        else if (packet.Kind == PacketKind.Message) return DeliverAsync(new EngineMessage(packet.Data, packet.IsBinary));
        return Task.CompletedTask;
    }

    /// <summary>Whether the client may still send.</summary>
    internal bool IsOpen
    {
        get
        {
            lock (_gate) return _state == SessionState.Open;
        }
    }

    private Task DeliverAsync(EngineMessage message) =>
        InTurnAsync(session => session.IsOpen ? _server.Handler.OnMessageAsync(session, message, Ended) : ValueTask.CompletedTask);

    private static EngineCloseReason? ReasonToEnd(PacketKind kind) => kind switch
    {
        PacketKind.Invalid => EngineCloseReason.ParseError,
        PacketKind.Close => EngineCloseReason.TransportClose,
        PacketKind.Ping => EngineCloseReason.TransportError,
        _ => null,
    };

    private void SetHandling(bool isHandling)
    {
        lock (_gate)
        {
            _isHandling = isHandling;
            if (!isHandling) _heartbeat.Resume(_server.Now);
        }
    }

    private void TellClosed(EngineCloseReason reason) => _ = Task.Run(() => TellClosedAsync(reason));

    private async Task TellClosedAsync(EngineCloseReason reason)
    {
        try
        {
            await _ended.CancelAsync();
        }
        catch (AggregateException exception)
        {
            // What was to be done on cancellation failed, which is the handler's fault and no reason not to tell it.
            _server.LogFailure(exception);
        }
        await InTurnAsync(session => _server.Handler.OnCloseAsync(session, reason));
        await _over.Task;
        if (_socket is not null) await _socket.Finished;
        _server.Remove(this);
        _gone.TrySetResult();
    }
}
