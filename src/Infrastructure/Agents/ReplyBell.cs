using System.Threading.Channels;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Microsoft.Extensions.Hosting;

namespace Eliza.Infrastructure.Agents;

/// <summary>Knows who waits for whose reply. When the server stops it wakes them all: they would hold up the stop.</summary>
internal sealed class ReplyBell(TimeProvider time) : IReplyBell, IHostedLifecycleService
{
    /// <summary>Whoever waits beyond this many hears no bell, and finds its reply by looking.</summary>
    public const int MaxEars = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Conversation, HashSet<Ear>> _ears = [];
    private int _count;
    private bool _isClosed;

    /// <summary>How many are listening.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _count;
        }
    }

    public void Ring(Conversation conversation)
    {
        lock (_lock)
        {
            if (!_ears.TryGetValue(conversation, out var listening)) return;
            foreach (var ear in listening) ear.Hear();
        }
    }

    public IReplyEar Listen(Conversation conversation)
    {
        var ear = new Ear(this, conversation, time);
        lock (_lock)
        {
            if (_count == MaxEars) return ear;
            if (!_ears.TryGetValue(conversation, out var listening)) _ears[conversation] = listening = [];
            listening.Add(ear);
            _count++;
        }
        return ear;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var ear in _ears.Values.SelectMany(listening => listening)) ear.Hear();
        }
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Forget(Ear ear, Conversation conversation)
    {
        lock (_lock)
        {
            if (!_ears.TryGetValue(conversation, out var listening) || !listening.Remove(ear)) return;
            if (listening.Count == 0) _ears.Remove(conversation);
            _count--;
        }
    }

    private sealed class Ear(ReplyBell bell, Conversation conversation, TimeProvider time) : IReplyEar
    {
        private readonly Channel<bool> _heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public bool IsOpen
        {
            get
            {
                lock (bell._lock) return !bell._isClosed;
            }
        }

        public void Hear() => _heard.Writer.TryWrite(true);

        public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
        {
            using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var ring = _heard.Reader.ReadAsync(giveUp.Token).AsTask();
            var pause = Task.Delay(atMost, time, giveUp.Token);
            await Task.WhenAny(ring, pause);
            await giveUp.CancelAsync();
            await Task.WhenAll(ring, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }

        public void Dispose() => bell.Forget(this, conversation);
    }
}
