using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// The time between being asked to stop and stopping: the server says that it is not ready, and serves whoever still comes, until
/// load balancers have noticed. It begins once, and ends in the host's own stop.
/// </summary>
internal sealed partial class Drain(
    IOptions<ShutdownOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Drain> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _end;
    private volatile bool _isOn;

    /// <summary>Whether it has begun; it stays so while the server stops.</summary>
    public bool IsOn => _isOn;

    /// <summary>Begins, and has the server stop when the time is over.</summary>
    /// <returns>Whether it had not begun before.</returns>
    public bool TryBegin()
    {
        var span = options.Value.DrainTime;
        lock (_gate)
        {
            if (_isOn) return false;
            _isOn = true;

            // Nobody was sent here before it listened: there is nothing to wait for.
            if (span > TimeSpan.Zero && lifetime.ApplicationStarted.IsCancellationRequested) _end = time.CreateTimer(_ => End(), null, span, Timeout.InfiniteTimeSpan);
        }
        if (_end is null) End();
        else Began(span.TotalSeconds);
        return true;
    }

    /// <summary>Has the server stop now.</summary>
    public void End() => lifetime.StopApplication();

    public void Dispose() => _end?.Dispose();

    [LoggerMessage(50, LogLevel.Information, "Asked to stop: not ready any more, and serving for {Seconds} seconds more")]
    private partial void Began(double seconds);
}
