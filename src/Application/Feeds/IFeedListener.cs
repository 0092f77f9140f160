using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Feeds;

/// <summary>Somebody who listens to a channel. Its calls come one after the other.</summary>
public interface IFeedListener
{
    /// <summary>Who it is; null for a service, which is nobody itself.</summary>
    ActorId? Actor { get; }

    /// <summary>The session by whose right it listens; null when by the channel's own.</summary>
    SessionId? Session { get; }

    /// <summary>Takes an event, at once. False when it cannot keep up: it is told nothing more.</summary>
    bool Deliver(FeedEvent told);

    /// <summary>Whether it may still read what it listens to.</summary>
    Task<bool> MayStayAsync(CancellationToken cancellationToken);

    /// <summary>It is told nothing more, and why. Called once at most.</summary>
    void End(FeedEnd reason);
}

/// <summary>Why somebody is told nothing more of a channel.</summary>
public enum FeedEnd
{
    /// <summary>The channel is gone.</summary>
    ChannelDeleted,

    /// <summary>The session by whose right it listened is over.</summary>
    SessionOver,

    /// <summary>It may read it no more.</summary>
    Forbidden,

    /// <summary>It did not keep up, or something failed: it may come back and go on where it was.</summary>
    Interrupted,

    /// <summary>The server stops: it may come back and go on where it was.</summary>
    ServerStopping,
}
