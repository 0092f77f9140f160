using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>
/// Wakes those of this node who wait for an agent's reply. Only a hint: whoever waits looks into the database once in a while
/// anyway, because another node may have answered.
/// </summary>
public interface IReplyBell
{
    /// <param name="conversation">Where a run ended.</param>
    void Ring(Conversation conversation);

    /// <summary>Begins to listen: what rings from now on is heard by the next wait, however late that begins.</summary>
    IReplyEar Listen(Conversation conversation);
}

/// <summary>One who listens for one conversation; to be disposed of when nobody waits any more.</summary>
public interface IReplyEar : IDisposable
{
    /// <summary>Whether there is sense in waiting on: false from when the server stops.</summary>
    bool IsOpen { get; }

    /// <summary>Returns when it rings or has rung since the last call, and when the time is up.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
