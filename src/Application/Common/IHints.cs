namespace Eliza.Application.Common;

/// <summary>
/// Wakes requests of this node that wait for something. Only hints: who missed one looks again by itself, before long.
/// </summary>
public interface IHints
{
    /// <summary>Listens from now on, so that nothing is missed between looking and waiting.</summary>
    IHint Listen(string topic);

    /// <summary>Wakes all who listen.</summary>
    void Give(string topic);
}

/// <summary>One listener; dispose it when it listens no more.</summary>
public interface IHint : IDisposable
{
    /// <summary>Ends at the first hint since the last wait, or when time is up. Whether to look again: not when the server is stopping.</summary>
    Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
