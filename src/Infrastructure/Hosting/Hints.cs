using Eliza.Application.Common;

namespace Eliza.Infrastructure.Hosting;

/// <summary>Keeps who listens for what. When the server is asked to stop it wakes everybody, and from then on nobody waits.</summary>
internal sealed class Hints(TimeProvider time) : HeedsStop, IHints
{
    /// <summary>Whoever listens beyond this many hears nothing, and finds what it waits for by looking.</summary>
    internal const int MaxListeners = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<Hint>> _listeners = [];
    private int _count;
    private volatile bool _isStopping;

    /// <summary>How many listen.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _count;
        }
    }

    public IHint Listen(params IReadOnlyCollection<string> topics)
    {
        var hint = new Hint(this, topics);
        lock (_lock)
        {
            if (_count == MaxListeners) return hint;
            foreach (var topic in topics)
            {
                if (!_listeners.TryGetValue(topic, out var listeners)) _listeners[topic] = listeners = [];
                listeners.Add(hint);
            }
            hint.IsKept = true;
            _count++;
        }
        return hint;
    }

    public void Give(string topic)
    {
        lock (_lock)
        {
            if (!_listeners.TryGetValue(topic, out var listeners)) return;
            foreach (var hint in listeners) hint.Wake();
        }
    }

    public override Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        lock (_lock)
        {
            foreach (var hint in _listeners.Values.SelectMany(listeners => listeners)) hint.Wake();
        }
        return Task.CompletedTask;
    }

    private void Forget(Hint hint)
    {
        lock (_lock)
        {
            if (!hint.IsKept) return;
            foreach (var topic in hint.Topics.Distinct())
            {
                var listeners = _listeners[topic];
                listeners.Remove(hint);
                if (listeners.Count == 0) _listeners.Remove(topic);
            }
            hint.IsKept = false;
            _count--;
        }
    }

    private sealed class Hint(Hints hints, IReadOnlyCollection<string> topics) : IHint
    {
        private TaskCompletionSource _woken = New();

        public IReadOnlyCollection<string> Topics => topics;

        public bool IsKept { get; set; }

        public void Wake() => Volatile.Read(ref _woken).TrySetResult();

        public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            if (!hints._isStopping)
            {
                await Volatile.Read(ref _woken).Task.WaitAsync(atMost, hints.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellationToken.ThrowIfCancellationRequested();
            }
            Volatile.Write(ref _woken, New());
            return !hints._isStopping;
        }

        public void Dispose() => hints.Forget(this);

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private TimeProvider Clock => time;
}
