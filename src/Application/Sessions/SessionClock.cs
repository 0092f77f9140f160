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

    /// <summary>A mark that lies further ahead of the system's clock than this was made by a clock that was wrong.</summary>
    internal static readonly TimeSpan MaxLead = TimeSpan.FromDays(1);

    /// <summary>Goes on from there, if it is not later already: so late it was before the server stopped, or on another one.</summary>
    public void GoOnFrom(DateTimeOffset latest)
    {
        lock (_lock)
        {
            if (latest > _latest && latest - time.GetUtcNow() <= MaxLead) (_latest, _takenAt) = (latest, time.GetTimestamp());
        }
    }

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                // In this order: a pause between the two would count twice if the wall clock were read behind the other.
                var wall = time.GetUtcNow();
                var timestamp = time.GetTimestamp();
                var steady = _latest + time.GetElapsedTime(_takenAt, timestamp);
                (_latest, _takenAt) = (wall > steady ? wall : steady, timestamp);
                return _latest.AddTicks(-(_latest.Ticks % TimeSpan.TicksPerMillisecond));
            }
        }
    }
}
