using Eliza.Application.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Feeds;

/// <summary>A stretch of a channel's history, in its order.</summary>
/// <param name="Next">Where to read on: the stamp up to which nothing is left out.</param>
/// <param name="HasMore">Whether there was more to read.</param>
public sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, long Next, bool HasMore)
{
    /// <summary>What somebody may hear of it who may read the channel no more: up to what took the right away; nothing when that is not here.</summary>
    public IEnumerable<FeedEntry> UpToTheLossOf(ActorId? actor) =>
        Entries.Take(1 + Entries.ToList().FindIndex(entry => entry.IsPrivate || (actor is not null && entry.Left == actor)));
}

/// <summary>One thing that happened, as listeners are told it, and what the feed itself must know of it.</summary>
public sealed record FeedEntry(long Stamp, FeedEvent Event)
{
    /// <summary>The question that an agent's message answers, and the answer.</summary>
    public (Question Question, MessageBroadcast Reply)? Reply { get; init; }

    /// <summary>Who may read the channel no more, perhaps.</summary>
    public ActorId? Left { get; init; }

    /// <summary>Whether the channel is for its participants alone since then, at the latest.</summary>
    public bool IsPrivate { get; init; }
}
