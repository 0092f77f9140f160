namespace Eliza.UnitTests.TestData;

/// <summary>A clock that tells when a sweeper has set its timer, so that no test moves it before.</summary>
internal sealed class SweepClock : TimeProvider, IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly SemaphoreSlim _timerSet = new(0);

    public override DateTimeOffset GetUtcNow() => _time.GetUtcNow();

    public override long TimestampFrequency => _time.TimestampFrequency;

    public override long GetTimestamp() => _time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _time.CreateTimer(callback, state, dueTime, period);
        _timerSet.Release();
        return timer;
    }

    /// <summary>Returns when the timer is set.</summary>
    public Task SetAsync(CancellationToken cancellationToken) => _timerSet.WaitAsync(cancellationToken);

    public void Advance(TimeSpan by) => _time.Advance(by);

    /// <summary>Moves the clock, and returns when the timer is set again: when the sweep is over.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _time.Advance(by);
        await SetAsync(cancellationToken);
    }

    public void Dispose() => _timerSet.Dispose();
}
