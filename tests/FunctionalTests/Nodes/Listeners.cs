namespace Eliza.FunctionalTests.Nodes;

/// <summary>Somebody who listens on each node to each channel.</summary>
internal sealed class Listeners : IAsyncDisposable
{
    /// <summary>How long after everything is stored all have heard it: the sweep's two seconds, the pause before one comes back, and a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(int Node, Guid Channel), ResumingListener> _all = [];

    /// <summary>How many messages they heard, all together.</summary>
    public int Heard => _all.Values.Sum(listener => listener.Heard.Count);

    public int Returns => _all.Values.Sum(listener => listener.Returns);

    public int Resyncs => _all.Values.Sum(listener => listener.Resyncs);

    public static async Task<Listeners> StartAsync(NodeGroup nodes, IReadOnlyList<Guid> channels)
    {
        var listeners = new Listeners();
        for (var node = 0; node < nodes.Count; node++)
            foreach (var channel in channels) listeners._all[(node, channel)] = await ResumingListener.StartAsync(nodes, node, channel);
        return listeners;
    }

    /// <summary>Waits until those of a channel have had the time to hear it all; then each has heard just what is stored, in that order.</summary>
    public async Task ShouldHaveHeardAsync(Guid channel, IReadOnlyList<Guid> stored)
    {
        foreach (var ((node, _), listener) in _all.Where(listener => listener.Key.Channel == channel))
        {
            await listener.CatchUpAsync(stored.Count, Patience);
            listener.Heard.ShouldBe(stored, $"heard on node {node}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in _all.Values) await listener.DisposeAsync();
    }
}
