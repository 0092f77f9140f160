using System.Collections.Immutable;

namespace Eliza.WebApi.Realtime.Gateway.Logs;

/// <summary>Who watches the server's log as it is written. What happens while nobody watches costs nothing and is kept nowhere.</summary>
internal sealed class LogStream
{
    private readonly Lock _lock = new();
    private ImmutableArray<LogWatch> _watches = [];

    public bool IsWatched => !_watches.IsEmpty;

    public void Add(LogWatch watch)
    {
        lock (_lock) _watches = _watches.Add(watch);
    }

    public void Remove(LogWatch watch)
    {
        lock (_lock) _watches = _watches.Remove(watch);
    }

    public void Tell(LogLine line)
    {
        foreach (var watch in _watches) watch.Tell(line);
    }
}
