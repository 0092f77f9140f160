using System.Threading.Channels;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>Collects where runs may begin until the dispatcher listens. A conversation that rings often is still heard once.</summary>
internal sealed class RunBell(TimeProvider time) : IRunBell
{
    /// <summary>What rings beyond this is left to the sweep.</summary>
    private const int MaxConversations = 10_000;

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private HashSet<Conversation> _here = [];
    private HashSet<Conversation> _elsewhere = [];

    public void Ring(Conversation conversation)
    {
        lock (_lock) Add(_here, conversation);
        _rung.Writer.TryWrite(true);
    }

    /// <summary>It rang on another node, which has no hands free for it.</summary>
    public void RingElsewhere(Conversation conversation)
    {
        lock (_lock) Add(_elsewhere, conversation);
        _rung.Writer.TryWrite(true);
    }

    /// <summary>The conversations that rang since the last call; none when <paramref name="atMost"/> went by in silence.</summary>
    public async Task<Rang> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ring = _rung.Reader.ReadAsync(giveUp.Token).AsTask();
        var pause = Task.Delay(atMost, time, giveUp.Token);
        await Task.WhenAny(ring, pause);
        await giveUp.CancelAsync();
        await Task.WhenAll(ring, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _elsewhere.ExceptWith(_here);
            var rang = new Rang(_here, _elsewhere);
            (_here, _elsewhere) = ([], []);
            return rang;
        }
    }

    private static void Add(HashSet<Conversation> conversations, Conversation conversation)
    {
        if (conversations.Count < MaxConversations) conversations.Add(conversation);
    }
}
