using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>An Engine.IO server (protocol version 4): its sessions, and the one timer that sweeps them all.</summary>
internal sealed partial class EngineServer : IAsyncDisposable
{
    /// <summary>128 bits: nobody guesses a session's id.</summary>
    private const int SidBytes = 16;

    private static readonly TimeSpan ShortestRound = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, EngineSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<EngineSession, bool> _notGone = new();
    private readonly ILogger<EngineServer> _logger;
    private readonly long _startedAt;
    private readonly ITimer _sweeper;
    private int _count;
    private int _isSweeping;
    private volatile bool _isStopping;

    public EngineServer(EngineOptions options, IEngineHandler handler, TimeProvider time, ILogger<EngineServer> logger)
    {
        (Options, Handler, Time, _logger) = (options, handler, time, logger);
        _startedAt = time.GetTimestamp();
        TimeSpan[] limits = [options.PingInterval, options.PingTimeout, options.UpgradeTimeout, options.SendTimeout, LongestRound * 10];
        var round = TimeSpan.FromTicks(Math.Max(ShortestRound.Ticks, limits.Min().Ticks / 10));
        _sweeper = time.CreateTimer(_ => Sweep(), null, round, round);
    }

    /// <summary>How many sessions there are, those included that are being closed.</summary>
    public int Count => Volatile.Read(ref _count);

    internal EngineOptions Options { get; }

    internal IEngineHandler Handler { get; }

    internal TimeProvider Time { get; }

    /// <summary>The time that has gone by since the server was made.</summary>
    internal TimeSpan Now => Time.GetElapsedTime(_startedAt);

    /// <summary>Whether a session id belongs to a session that is alive: for limits that do not count its requests.</summary>
    public bool IsKnown(string sid) => _sessions.ContainsKey(sid);

    /// <summary>
    /// Closes all sessions, politely until cancelled and abruptly then, and returns when they are gone and the handler told.
    /// New clients get 503 from now on.
    /// </summary>
    public async Task CloseAllAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        foreach (var (session, _) in _notGone) session.Close(EngineCloseReason.ServerStop);
        try
        {
            await WaitForAllAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var (session, _) in _notGone) session.Abort(EngineCloseReason.ServerStop);
            await WaitForAllAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAllAsync(new CancellationToken(canceled: true));
        await _sweeper.DisposeAsync();
    }

    internal EngineSession? Find(string sid) => _sessions.GetValueOrDefault(sid);

    /// <summary>Sets a place aside for a new session. Returns false if there is none.</summary>
    internal bool TryReserve()
    {
        if (Interlocked.Increment(ref _count) <= Options.MaxSessions && !_isStopping) return true;
        GiveBack();
        return false;
    }

    /// <summary>Gives a place back.</summary>
    internal void GiveBack() => Interlocked.Decrement(ref _count);

    /// <summary>Opens a session in a place that was reserved. Its first packet is queued.</summary>
    internal async Task<EngineSession> OpenAsync(EngineHandshake handshake, WebSocketTransport? socket)
    {
        var session = new EngineSession(this, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SidBytes)), handshake, socket);
        _sessions[session.Sid] = session;
        _notGone[session] = true;
        session.Send(OpenPacket(session.Sid, socket is null ? ["websocket"] : []));
        await session.BeginAsync();
        if (_isStopping) session.Close(EngineCloseReason.ServerStop);
        return session;
    }

    /// <summary>The session is over: its id means nothing any more.</summary>
    internal void Forget(EngineSession session) => _sessions.TryRemove(session.Sid, out _);

    /// <summary>The session is gone: its place is free.</summary>
    internal void Remove(EngineSession session)
    {
        if (_notGone.TryRemove(session, out _)) GiveBack();
    }

    [LoggerMessage(EventId = 49, Level = LogLevel.Error, Message = "A real-time session could not be carried on; it ends.")]
    internal partial void LogFailure(Exception exception);

    /// <summary>Again, if meanwhile a session has come to be that was under way before.</summary>
    private async Task WaitForAllAsync(CancellationToken cancellationToken)
    {
        while (!_notGone.IsEmpty) await Task.WhenAll(_notGone.Keys.Select(session => session.Gone)).WaitAsync(cancellationToken);
    }

    private EnginePacket OpenPacket(string sid, string[] upgrades) => new(JsonSerializer.SerializeToUtf8Bytes(new
    {
        sid,
        upgrades,
        pingInterval = (long)Options.PingInterval.TotalMilliseconds,
        pingTimeout = (long)Options.PingTimeout.TotalMilliseconds,
        maxPayload = Options.MaxPayload,
    }).Prepend((byte)'0').ToArray(), IsBinary: false);

    /// <summary>A round that takes longer than the time to the next is not joined by that.</summary>
    private void Sweep()
    {
        if (Interlocked.Exchange(ref _isSweeping, 1) == 1) return;
        foreach (var (_, session) in _sessions) Sweep(session);
        Volatile.Write(ref _isSweeping, 0);
    }

    /// <summary>What fails with one session is that session's end, and not that of the others or of the timer.</summary>
    private void Sweep(EngineSession session)
    {
        try
        {
            session.Sweep(Now);
        }
        catch (Exception exception)
        {
            LogFailure(exception);
            session.Abort(EngineCloseReason.ServerError);
        }
    }
}
