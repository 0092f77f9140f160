using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions;

/// <summary>How late it was for sessions: there is one, for the next start of the server, whose clock may say otherwise, and for other servers.</summary>
public sealed class SessionTime : AggregateRoot
{
    private SessionTime() { }

    public int Key { get; private set; } = 1;

    public DateTimeOffset LatestAt { get; private set; }

    public static SessionTime Begin(DateTimeOffset now) => new() { LatestAt = now };

    /// <summary>Earlier than before only where that was a mistake.</summary>
    public void Keep(DateTimeOffset now) => LatestAt = now;
}
