namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What carries the packets: polls until a WebSocket has taken over, which may also have been there from the start.</summary>
internal sealed partial class EngineSession
{
    /// <summary>How long a poll waits for an upgrade to be completed: the client may have to have it answered before it can do that.</summary>
    private static readonly TimeSpan PollTimeDuringUpgrade = TimeSpan.FromMilliseconds(100);

    private WebSocketTransport? _socket;
    private WebSocketTransport? _probe;
    private TimeSpan _upgradeDueAt = TimeSpan.MaxValue;
    private TaskCompletionSource? _poll;
    private bool _isProbed;
    private bool _isPumping;
    private bool _isPosting;

    /// <summary>Waits until there is something for the client, and takes it. If the client goes meanwhile the session ends.</summary>
    internal async Task<PollAnswer> PollAsync(CancellationToken aborted)
    {
        TaskCompletionSource? wake = null;
        var patience = Timeout.InfiniteTimeSpan;
        var answer = default(PollAnswer);
        lock (_gate)
        {
            if (Refusal(isOverlapping: _poll is not null, isPoll: true) is { } refusal) answer = refusal;
            else if (!_queue.IsEmpty || _state != SessionState.Open) answer = TakePolled();
            else
            {
                _poll = wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                if (_isProbed) patience = PollTimeDuringUpgrade;
            }
        }
        if (wake is not null) answer = await WaitAsync(wake.Task, patience, aborted);
        if (aborted.IsCancellationRequested) End(EngineCloseReason.TransportError);
        else if (answer.End is { } reason) End(reason);
        if (answer.IsLast) Forget();
        return answer;
    }

    /// <summary>Lets one request bring packets. Returns why it may not, or null: then <see cref="EndPost"/> is to be called.</summary>
    internal EngineError? BeginPost()
    {
        PollAnswer? refusal;
        lock (_gate)
        {
            refusal = Refusal(isOverlapping: _isPosting, isPoll: false);
            if (refusal is null) _isPosting = true;
        }
        if (refusal?.End is { } reason) End(reason);
        return refusal?.Error;
    }

    internal void EndPost()
    {
        lock (_gate) _isPosting = false;
    }

    /// <summary>Whether a WebSocket may try to take over: only one at a time, and only once.</summary>
    internal bool TryBeginUpgrade(WebSocketTransport probe)
    {
        lock (_gate)
        {
            if (_state == SessionState.Closed || _socket is not null || _probe is not null) return false;
            probe.Carry(this);
            _probe = probe;
            _upgradeDueAt = _server.Now + _server.Options.UpgradeTimeout;
            return true;
        }
    }

    /// <summary>The WebSocket works: polls get no more than what waits already, so that the client has none open when it upgrades.</summary>
    internal void Probed()
    {
        lock (_gate)
        {
            _isProbed = _probe is not null;
            _poll?.TrySetResult();
        }
    }

    /// <summary>Lets the WebSocket take over with what waits to be sent. Returns false if it comes too late.</summary>
    internal bool TryCompleteUpgrade(WebSocketTransport probe)
    {
        lock (_gate)
        {
            if (_state == SessionState.Closed || _probe != probe || _isPosting || _server.Now >= _upgradeDueAt) return false;
            _poll?.TrySetResult();
            _socket = probe;
            ForgetProbe();
            if (_state == SessionState.Closing) _socket.EndSoon(EngineCloseReason.ForcedClose);
            Flush();
            return true;
        }
    }

    /// <summary>The WebSocket does not take over: polling goes on.</summary>
    internal void CancelUpgrade(WebSocketTransport probe)
    {
        lock (_gate)
        {
            if (_probe == probe) ForgetProbe();
        }
    }

    /// <summary>What the WebSocket is to do next. Unless it is to send, it does nothing more until it is woken, if ever.</summary>
    internal PumpStep TakeNext(out EnginePacket packet)
    {
        lock (_gate)
        {
            if (_queue.TryTake(out packet)) return PumpStep.Send;
            if (_state != SessionState.Open) return PumpStep.Finish;
            _isPumping = false;
            return PumpStep.Rest;
        }
    }

    private void ForgetProbe() => (_probe, _isProbed, _upgradeDueAt) = (null, false, TimeSpan.MaxValue);

    private async Task<PollAnswer> WaitAsync(Task wake, TimeSpan patience, CancellationToken aborted)
    {
        try
        {
            await wake.WaitAsync(patience, _server.Time, aborted);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // There is nothing, then; or the client has gone, which whoever called sees too.
        }
        lock (_gate)
        {
            _poll = null;
            return _socket is null ? TakePolled() : new PollAnswer([], EngineError.BadRequest);
        }
    }

    /// <summary>Why a request is refused, if it is. A session that is overdue, or is asked twice at a time, ends with that request.</summary>
    private PollAnswer? Refusal(bool isOverlapping, bool isPoll)
    {
        if (_state == SessionState.Closed && (!isPoll || _isForgotten || _server.Now >= _deadline)) return new PollAnswer([], EngineError.SessionUnknown);
        if (IsOverdue(_server.Now)) return new PollAnswer([], EngineError.SessionUnknown, EngineCloseReason.PingTimeout);
        if (_socket is not null) return new PollAnswer([], EngineError.BadRequest);
        return isOverlapping ? new PollAnswer([], EngineError.BadRequest, EngineCloseReason.TransportError) : null;
    }

    private PollAnswer TakePolled()
    {
        if (_state == SessionState.Closed) return new PollAnswer([_farewell], IsLast: true);
        var packets = _queue.TakeAll();
        if (_state == SessionState.Closing) return new PollAnswer([.. packets, EnginePacket.Close], End: EngineCloseReason.ForcedClose);
        return new PollAnswer(packets.Count > 0 ? packets : [EnginePacket.Noop]);
    }
}
