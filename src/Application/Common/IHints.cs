namespace Eliza.Application.Common;

/// <summary>
/// Wakes requests that wait for something, on this node and as soon as may be on others. Only hints: who missed one looks again by itself, before long.
/// </summary>
public interface IHints
{
    /// <summary>Listens for all of the topics from now on, so that nothing is missed between looking and waiting.</summary>
    IHint Listen(params IReadOnlyCollection<string> topics);

    /// <summary>Wakes all who listen for it.</summary>
    void Give(string topic);
}

/// <summary>One listener; dispose it when it listens no more.</summary>
public interface IHint : IDisposable
{
    /// <summary>Ends at the first hint since the last wait, or when time is up. Whether to look again: not when the server is stopping.</summary>
    Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
