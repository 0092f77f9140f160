using System.Diagnostics.CodeAnalysis;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// A client's session, whatever carries it: its state, what waits to be sent, and its deadlines. Open until <see cref="Close"/>
/// lets it send its rest (closing) or <see cref="End"/> ends it; by then both have told the handler. Safe from any thread.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Neither has anything to release: no timer, no wait handle. And both may be used at any time.")]
internal sealed partial class EngineSession
{
    /// <summary>
    /// How long a poll may come after the client's goodbye, which another connection carried and may have been faster.
    /// </summary>
    private static readonly TimeSpan LastPollTime = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly EngineServer _server;
    private readonly OutgoingQueue _queue;
    private readonly Heartbeat _heartbeat;
    private SessionState _state = SessionState.Open;
    private EnginePacket _farewell = EnginePacket.Close;
    private bool _isForgotten;
    private TimeSpan _deadline = TimeSpan.MaxValue;

    /// <summary>Makes a session that polls, or one on a WebSocket.</summary>
    public EngineSession(EngineServer server, string sid, EngineHandshake handshake, WebSocketTransport? socket)
    {
        (_server, Sid, Handshake, _socket) = (server, sid, handshake, socket);
        socket?.Carry(this);
        _queue = new OutgoingQueue(server.Options.MaxQueuedPackets, server.Options.MaxQueuedBytes);
        _heartbeat = new Heartbeat(server.Options, server.Now);
    }

    /// <summary>Names the session in the client's requests. A secret: whoever knows it can speak for the client.</summary>
    public string Sid { get; }

    /// <summary>What the request said that opened the session.</summary>
    public EngineHandshake Handshake { get; }

    /// <summary>Whatever the handler keeps with the session.</summary>
    public object? State { get; set; }

    /// <summary>Cancelled when the session ends.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether so much waits for the client that whoever can should send it less.</summary>
    public bool IsHalfFull
    {
        get
        {
            lock (_gate) return _queue.IsHalfFull;
        }
    }

    /// <summary>
    /// Queues packets that belong together, and never waits. Returns false if the session is not open, or ends now because
    /// too much waits for the client already.
    /// </summary>
    public bool Send(params ReadOnlySpan<EnginePacket> packets)
    {
        lock (_gate)
        {
            if (_state != SessionState.Open) return false;
            if (_queue.TryAdd(packets))
            {
                Flush();
                return true;
            }
        }
        End(EngineCloseReason.SlowClient);
        return false;
    }

    /// <summary>Ends the session so much time from now, unless it is told otherwise before. Null takes that back.</summary>
    public void CloseAfter(TimeSpan? time)
    {
        lock (_gate)
        {
            if (_state == SessionState.Open) _deadline = time is { } given ? _server.Now + given : TimeSpan.MaxValue;
        }
    }

    /// <summary>Ends the session once the client has got what waits for it. The handler is told at once.</summary>
    public void Close(EngineCloseReason reason = EngineCloseReason.ForcedClose)
    {
        lock (_gate)
        {
            if (_state != SessionState.Open) return;
            _state = SessionState.Closing;
            _deadline = _server.Now + _server.Options.SendTimeout;
            _socket?.EndSoon(reason);
            Flush();
        }
        TellClosed(reason);
    }

    /// <summary>Ends the session now. What waits for the client is lost.</summary>
    internal void End(EngineCloseReason reason)
    {
        bool wasOpen, isOver;
        WebSocketTransport? probe;
        lock (_gate)
        {
            if (_state == SessionState.Closed) return;
            wasOpen = _state == SessionState.Open;
            _state = SessionState.Closed;
            _farewell = reason == EngineCloseReason.TransportClose ? EnginePacket.Noop : EnginePacket.Close;
            _queue.Clear();
            _socket?.EndSoon(reason);
            probe = _probe;
            isOver = reason != EngineCloseReason.TransportClose || _socket is not null || _poll is not null;
            if (!isOver) _deadline = _server.Now + LastPollTime;
            Flush();
        }
        probe?.Abort();
        if (isOver) Forget();
        if (wasOpen) TellClosed(reason);
    }

    /// <summary>Ends the session now, and cuts its WebSocket.</summary>
    internal void Abort(EngineCloseReason reason)
    {
        End(reason);
        Forget();
        _socket?.Abort();
    }

    /// <summary>Sends a ping if one is due, and ends what is overdue.</summary>
    internal void Sweep(TimeSpan now)
    {
        EngineCloseReason? over = null;
        WebSocketTransport? lateProbe = null;
        lock (_gate)
        {
            if (now >= _deadline) over = EngineCloseReason.Deadline;
            else if (_state == SessionState.Closed) return;
            else if (_socket?.IsStuck(now) == true) over = EngineCloseReason.SlowClient;
            else if (_state == SessionState.Open && _heartbeat.TakePing(now)) over = Ping();
            else if (IsOverdue(now)) over = EngineCloseReason.PingTimeout;
            if (now >= _upgradeDueAt) lateProbe = _probe;
        }
        lateProbe?.Abort();
        if (over is not { } reason) return;
        End(reason);
        Forget();
    }

    /// <summary>No request can name it any more.</summary>
    private void Forget()
    {
        lock (_gate) _isForgotten = true;
        _server.Forget(this);
        _over.TrySetResult();
    }

    /// <summary>While the handler works the client's pong lies unread, so there is no deadline for it.</summary>
    private bool IsOverdue(TimeSpan now) => _state == SessionState.Open && !_isHandling && _heartbeat.IsOver(now);

    private EngineCloseReason? Ping()
    {
        if (!_queue.TryAdd([EnginePacket.Ping])) return EngineCloseReason.SlowClient;
        Flush();
        return null;
    }

    /// <summary>Wakes whatever carries packets to the client. Called with the lock held.</summary>
    private void Flush()
    {
        if (_socket is null) _poll?.TrySetResult();
        else if (!_isPumping)
        {
            _isPumping = true;
            _socket.Pump();
        }
    }
}
