using System.Diagnostics;
using System.Threading.Channels;
using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Asks one question at a time in each of some channels: the next when the answer to the last is in the database.</summary>
internal sealed class ElizaLoop(BenchedServer server, Targets channels)
{
    private const int Connections = 32;

    /// <summary>Between two looks for answers: so much at most is added to the time of one.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly RequestTemplate Question = RequestTemplate.Post("/api/messaging/submit", """
        {"channel_id":"{target}","author_id":"ada","content":"I am unhappy because my mother never listens when I talk about my work. Do you remember what I said?","metadata":{"client":"load"}}
        """);

    private readonly Channel<int> _ready = Channel.CreateUnbounded<int>();
    private readonly long[] _askedAt = new long[channels.Count];
    private readonly Tally _tally = new();
    private long _countFrom = long.MaxValue;
    private int _open = channels.Count;
    private volatile bool _isOver;

    /// <summary>Asks for so long, and ends when everything is answered, or nothing comes any more.</summary>
    public async Task<Slice> RunAsync(TimeSpan duration)
    {
        using var answers = new AnswerReader(server.DatabaseFile, channels);
        for (var channel = 0; channel < channels.Count; channel++) _ready.Writer.TryWrite(channel);
        var askers = Enumerable.Range(0, Connections).Select(_ => Task.Run(AskAsync)).ToList();
        using var patience = new CancellationTokenSource();
        var watcher = Task.Run(() => WatchAsync(answers, patience.Token));

        await Task.Delay(Ramp);
        var before = await Usage.ReadAsync(server.Process);
        Volatile.Write(ref _countFrom, Stopwatch.GetTimestamp());
        await Task.Delay(duration);
        var after = await Usage.ReadAsync(server.Process);
        _isOver = true;

        patience.CancelAfter(Patience);
        await watcher;
        await Task.WhenAll(askers);
        return Slice.Of([_tally], before, after);
    }

    private async Task AskAsync()
    {
        using var connection = await LoadConnection.OpenAsync(server.Address, Question, channels);
        await foreach (var channel in _ready.Reader.ReadAllAsync())
        {
            Volatile.Write(ref _askedAt[channel], Stopwatch.GetTimestamp());
            while (await connection.RequestAsync(channel) is not 201 and var status)
            {
                lock (_tally) _tally.Add(status, 0);
                await Task.Delay(Glance);
            }
        }
    }

    /// <summary>Ends when it is over and no channel waits for its answer; or when patience does.</summary>
    private async Task WatchAsync(AnswerReader answers, CancellationToken patience)
    {
        while (Volatile.Read(ref _open) > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(Glance, CancellationToken.None);
            foreach (var channel in answers.ReadNew()) Note(channel);
        }
        _ready.Writer.Complete();
    }

    private void Note(int channel)
    {
        var now = Stopwatch.GetTimestamp();
        if (now >= Volatile.Read(ref _countFrom) && !_isOver)
        {
            lock (_tally) _tally.Add(201, now - Volatile.Read(ref _askedAt[channel]));
        }
        if (_isOver) Interlocked.Decrement(ref _open);
        else _ready.Writer.TryWrite(channel);
    }
}
