using System.Threading.Channels;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Where hints wait to be published: in their order, those that only say where to look once, and ahead of all what is outdated in
/// memory. When it is full, or when hints have waited until they are worth nothing, the oldest are dropped.
/// </summary>
internal sealed class HintLine(TimeProvider time) : INodeBus
{
    /// <summary>How many bytes may wait, outdated facts apart.</summary>
    internal const int MostBytes = 8 * 1024 * 1024;

    internal const int MostInBatch = 500;
    internal const int MostBytesInBatch = 160 * 1024;

    /// <summary>Of more outdated channels it is told that all are.</summary>
    internal const int MostOutdated = 1_000;

    /// <summary>How long a hint is worth anything: whoever it was for has looked by itself meanwhile.</summary>
    internal static readonly TimeSpan Worth = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Channel<bool> _isPut = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HashSet<NodeHint> _outdated = [];
    private readonly Queue<(NodeHint Hint, long PutAt)> _waiting = new();
    private readonly HashSet<NodeHint> _said = [];
    private int _bytes;
    private bool _hasGap;

    public void Publish(NodeHint hint)
    {
        lock (_lock)
        {
            if (hint is NodeHint.Outdated outdated) PutOutdated(outdated);
            else if (!hint.SaysWhereToLook || _said.Add(hint)) Put(hint);
        }
        _isPut.Writer.TryWrite(true);
    }

    /// <summary>Waits until there may be something to take.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _isPut.Reader.ReadAsync(cancellationToken);

    /// <summary>What goes into the next message; nothing when nothing waits.</summary>
    public HintBatch Take()
    {
        lock (_lock)
        {
            while (_waiting.TryPeek(out var oldest) && time.GetElapsedTime(oldest.PutAt) > Worth) Drop();
            List<NodeHint> hints = [.. _outdated];
            _outdated.Clear();
            var bytes = hints.Sum(hint => hint.Size);
            for (var taken = 0; _waiting.TryPeek(out var next) && (taken == 0 || (hints.Count < MostInBatch && bytes + next.Hint.Size <= MostBytesInBatch)); taken++)
            {
                hints.Add(Remove());
                bytes += next.Hint.Size;
            }
            var batch = new HintBatch(hints, _hasGap);
            _hasGap = false;
            if (_waiting.Count > 0) _isPut.Writer.TryWrite(true);
            return batch;
        }
    }

    private void Put(NodeHint hint)
    {
        _waiting.Enqueue((hint, time.GetTimestamp()));
        _bytes += hint.Size;
        while (_bytes > MostBytes) Drop();
    }

    private void PutOutdated(NodeHint.Outdated hint)
    {
        _outdated.Add(hint);
        if (_outdated.Count <= MostOutdated) return;
        _outdated.RemoveWhere(outdated => outdated is NodeHint.ChannelOutdated);
        _outdated.Add(new NodeHint.AllChannelsOutdated());
    }

    private void Drop()
    {
        Remove();
        _hasGap = true;
        BusMeter.Dropped(1);
    }

    private NodeHint Remove()
    {
        var hint = _waiting.Dequeue().Hint;
        _bytes -= hint.Size;
        if (hint.SaysWhereToLook) _said.Remove(hint);
        return hint;
    }
}
