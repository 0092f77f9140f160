using System.Threading.Channels;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;

namespace Eliza.Infrastructure.Agents;

/// <summary>Collects where runs may begin until the dispatcher listens. However often it is raised for a conversation, that is heard once.</summary>
internal sealed class RunSignal(TimeProvider time) : IRunSignal
{
    /// <summary>What is raised beyond this is left to the sweep.</summary>
    private const int MaxConversations = 10_000;

    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private HashSet<Conversation> _here = [];
    private HashSet<Conversation> _elsewhere = [];

    public void Raise(Conversation conversation)
    {
        lock (_lock) Add(_here, conversation);
        _raised.Writer.TryWrite(true);
    }

    /// <summary>It was raised on another node, which has no hands free for it.</summary>
    public void RaiseElsewhere(Conversation conversation)
    {
        lock (_lock) Add(_elsewhere, conversation);
        _raised.Writer.TryWrite(true);
    }

    /// <summary>The conversations that it was raised for since the last call; none when <paramref name="atMost"/> went by in silence.</summary>
    public async Task<SignalledRuns> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var raised = _raised.Reader.ReadAsync(giveUp.Token).AsTask();
        var pause = Task.Delay(atMost, time, giveUp.Token);
        await Task.WhenAny(raised, pause);
        await giveUp.CancelAsync();
        await Task.WhenAll(raised, pause).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            _elsewhere.ExceptWith(_here);
            var signalled = new SignalledRuns(_here, _elsewhere);
            (_here, _elsewhere) = ([], []);
            return signalled;
        }
    }

    private static void Add(HashSet<Conversation> conversations, Conversation conversation)
    {
        if (conversations.Count < MaxConversations) conversations.Add(conversation);
    }
}
