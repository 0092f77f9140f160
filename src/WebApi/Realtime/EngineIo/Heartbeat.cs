namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// When the next ping is due and when its pong is. Times are counted from any fixed moment. Not safe for use by two threads
/// at a time.
/// </summary>
internal sealed class Heartbeat(EngineOptions options, TimeSpan now)
{
    private TimeSpan _pingDueAt = now + options.PingInterval;
    private TimeSpan _pongDueAt = now + options.PingInterval + options.PingTimeout;
    private bool _pinged;

    /// <summary>
    /// Whether the time for the pong is over. It counts from the moment that the ping was due, sent or not: so a session is
    /// as dead for a request that comes in as it is for whoever looks for dead ones.
    /// </summary>
    public bool IsOver(TimeSpan now) => now >= _pongDueAt;

    /// <summary>
    /// Says whether a ping is to be sent now. If it is so late that the client would have less than half its time to answer,
    /// the server has been held up: the client, which is not to blame, gets the full time.
    /// </summary>
    public bool TakePing(TimeSpan now)
    {
        if (_pinged || now < _pingDueAt) return false;
        _pinged = true;
        if (now - _pingDueAt > options.PingTimeout / 2) _pongDueAt = now + options.PingTimeout;
        return true;
    }

    /// <summary>The client gave a sign of life.</summary>
    public void Ponged(TimeSpan now)
    {
        _pinged = false;
        _pingDueAt = now + options.PingInterval;
        _pongDueAt = _pingDueAt + options.PingTimeout;
    }

    /// <summary>Nothing was read from the client for a while. If its time ran out meanwhile it is given anew.</summary>
    public void Resume(TimeSpan now)
    {
        if (IsOver(now)) _pongDueAt = now + options.PingTimeout;
    }
}
