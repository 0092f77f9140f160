using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Eliza.Benchmarks.Common;

namespace Eliza.Benchmarks.Realtime;

/// <summary>Many listeners of one channel.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int ConnectingAtOnce = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Guid _channel;
    private readonly List<Listener> _listeners = [];
    private readonly List<List<int>> _heard = [];
    private volatile Round? _round;

    private Crowd(Guid channel) => _channel = channel;

    public TimeSpan ConnectTime { get; private set; }

    public bool AreAllOpen => _listeners.TrueForAll(listener => listener.IsOpen);

    public static async Task<Crowd> ConnectAsync(BenchedServer server, Guid channel, int count)
    {
        var crowd = new Crowd(channel);
        for (var i = 0; i < count; i++)
        {
            var heard = new List<int>();
            crowd._heard.Add(heard);
            crowd._listeners.Add(new Listener(channel, number =>
            {
                heard.Add(number);
                crowd._round?.Count(number);
            }));
        }
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(crowd._listeners, new ParallelOptions { MaxDegreeOfParallelism = ConnectingAtOnce }, async (listener, _) => await listener.JoinAsync(server.Address));
        crowd.ConnectTime = clock.Elapsed;
        return crowd;
    }

    /// <summary>Posts messages, so many posters at once, each its next when its last one has reached everybody; or, for one poster, one after the other.</summary>
    public async Task<Measured> MeasureAsync(ApiClient channels, int messages, int posters)
    {
        foreach (var heard in _heard) heard.Clear();
        var round = _round = new Round(messages, _listeners.Count);
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, posters).Select(async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < messages; number = Interlocked.Increment(ref next))
            {
                round.Begin(number);
                await channels.SubmitAsync(_channel, number.ToString(CultureInfo.InvariantCulture));
                await round.WaitAsync(number, Patience);
            }
        }));
        var took = clock.Elapsed;
        _round = null;
        var isWhole = _heard.TrueForAll(heard => heard.Count == messages && heard.SequenceEqual(_heard[0]));
        return new Measured(round.Latencies, messages / took.TotalSeconds, isWhole);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _listeners) await listener.DisposeAsync();
    }

    /// <summary>Who still has to hear what, and how long it took until all had.</summary>
    private sealed class Round(int messages, int listeners)
    {
        private readonly long[] _begun = new long[messages];
        private readonly int[] _left = [.. Enumerable.Repeat(listeners, messages)];
        private readonly TaskCompletionSource[] _done = [.. Enumerable.Range(0, messages).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        private readonly ConcurrentBag<TimeSpan> _latencies = [];

        public IReadOnlyCollection<TimeSpan> Latencies => _latencies;

        public void Begin(int number) => _begun[number] = Stopwatch.GetTimestamp();

        public void Count(int number)
        {
            if (Interlocked.Decrement(ref _left[number]) != 0) return;
            _latencies.Add(Stopwatch.GetElapsedTime(_begun[number]));
            _done[number].TrySetResult();
        }

        public Task WaitAsync(int number, TimeSpan atMost) => _done[number].Task.WaitAsync(atMost);
    }
}
