using Eliza.Application.Agents;
using Eliza.Application.Feeds;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Something that a feed tells in passing, when it has told what is in the history by then.</summary>
internal abstract record FeedNotice
{
    /// <summary>An event as it is.</summary>
    /// <param name="Ended">The session that is over with it.</param>
    public sealed record Told(FeedEvent Event, SessionId? Ended) : FeedNotice;

    /// <summary>A session turned out to be over without anybody having said so: its own listeners alone are told.</summary>
    public sealed record SessionOver(FeedEvent Event, SessionId Session) : FeedNotice;

    public sealed record WorkBegan(Question Question) : FeedNotice;

    /// <summary>An agent's work is over.</summary>
    /// <param name="IsFound">Whether it turned out to be over without anybody having said so: not told where somebody has meanwhile.</param>
    public sealed record WorkEnded(Question Question, AgentRunId Run, bool HasFailed, bool IsFound = false) : FeedNotice;

    /// <summary>What an actor may hear is to be asked anew.</summary>
    public sealed record RightsChanged(ActorId Actor) : FeedNotice;

    /// <summary>All that an agent did in the channel.</summary>
    public sealed record AllWorkEnded(ActorId Agent) : FeedNotice;
}
