using System.Collections.Concurrent;
using Eliza.Infrastructure.Bus;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers what the other nodes would be told.</summary>
internal sealed class RecordedBus : INodeBus
{
    private readonly ConcurrentQueue<NodeHint> _hints = new();
    private readonly TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<NodeHint> Hints => [.. _hints];

    /// <summary>Ends at the first.</summary>
    public Task Published => _published.Task;

    public void Publish(NodeHint hint)
    {
        _hints.Enqueue(hint);
        _published.TrySetResult();
    }
}
