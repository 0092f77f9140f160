namespace Eliza.Application.Sessions;

/// <summary>
/// The time that sessions go by, in whole milliseconds as it is stored. It never goes back, and goes on while the system's
/// clock is behind it: set back, that clock neither revives a session nor makes one last longer.
/// </summary>
internal sealed class SessionClock(TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _latest;
    private long _takenAt = time.GetTimestamp();

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                var timestamp = time.GetTimestamp();
                var steady = _latest + time.GetElapsedTime(_takenAt, timestamp);
                var wall = time.GetUtcNow();
                (_latest, _takenAt) = (wall > steady ? wall : steady, timestamp);
                return _latest.AddTicks(-(_latest.Ticks % TimeSpan.TicksPerMillisecond));
            }
        }
    }
}
