using Eliza.Domain.Sessions;

namespace Eliza.UnitTests.Sessions;

/// <summary>
/// A session in the words of the contract: it ends at <c>min(lastActivity + timeout, createdAt + maxDuration)</c>, activity moves
/// that only with autoRenew, and of each crossing of the warning threshold it warns once. Whoever comes at an earlier time
/// than the last activity comes at the time of that.
/// </summary>
internal sealed class SessionModel
{
    private readonly DateTimeOffset _createdAt;
    private SessionTimeouts _times;
    private DateTimeOffset _lastRenewal;
    private DateTimeOffset? _ended;
    private bool _isWarned;
    private DateTimeOffset _warnedAt;

    public SessionModel(DateTimeOffset createdAt, SessionTimeouts times) =>
        (_createdAt, _lastRenewal, LastActivity, _times) = (createdAt, createdAt, createdAt, times);

    public DateTimeOffset LastActivity { get; private set; }

    public int Renewals { get; private set; }

    public int Warnings { get; private set; }

    public bool IsEnded => _ended is not null;

    public DateTimeOffset CannotLastBeyond => _createdAt + _times.MaxDuration;

    public DateTimeOffset End => _ended ?? Earlier((_times.AutoRenew ? LastActivity : _lastRenewal) + _times.Timeout, CannotLastBeyond);

    public DateTimeOffset Threshold => End - _times.WarningThreshold;

    public bool IsOver(DateTimeOffset now) => IsEnded || now >= End;

    public bool IsNear(DateTimeOffset now) => !IsOver(now) && now >= Threshold;

    public TimeSpan Left(DateTimeOffset now) => IsOver(now) ? TimeSpan.Zero : End - Later(now, LastActivity);

    public bool CanRenew(DateTimeOffset now) => !IsOver(now) && End < CannotLastBeyond;

    /// <summary>A message or a heartbeat, while it lasts.</summary>
    public void Use(DateTimeOffset now)
    {
        if (_times.AutoRenew && CanRenew(now)) Renew(now);
        else LastActivity = Later(now, LastActivity);
    }

    public void Renew(DateTimeOffset now) => Move(() =>
    {
        LastActivity = _lastRenewal = Later(now, LastActivity);
        Renewals++;
    }, now);

    public void Change(SessionTimeouts to, DateTimeOffset now)
    {
        Move(() => _times = to, now);
        if (End <= Later(now, LastActivity)) _ended = Later(now, LastActivity);
    }

    public bool Warn(DateTimeOffset now)
    {
        if (!IsNear(now) || _isWarned) return false;
        Warnings++;
        _warnedAt = now;
        return _isWarned = true;
    }

    public bool Expire(DateTimeOffset now)
    {
        if (IsEnded || now < End) return false;
        _ended = End;
        return true;
    }

    /// <summary>What moves the threshold to where it is still to be crossed has it warn again.</summary>
    private void Move(Action move, DateTimeOffset now)
    {
        move();
        if (Threshold > Later(Later(now, LastActivity), _warnedAt)) _isWarned = false;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
