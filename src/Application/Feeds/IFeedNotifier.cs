using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Feeds;

/// <summary>Is told when something happened that listeners may want to know, on whichever node they listen. Costs next to nothing where nobody listens.</summary>
public interface IFeedNotifier
{
    /// <summary>The channel's history goes on.</summary>
    void Wake(ChannelId channel);

    /// <summary>Something is to be told in passing, behind what is in the history by now.</summary>
    /// <param name="ended">The session that is over with it.</param>
    void Tell(ChannelId channel, FeedEvent told, SessionId? ended = null);

    /// <summary>An agent set to work on a message.</summary>
    void BeginWork(Question question);

    /// <summary>It is done with it, or gave up.</summary>
    void EndWork(Question question, AgentRunId run, bool hasFailed);

    /// <summary>An agent works no more, wherever it did.</summary>
    void EndAllWork(ActorId agent);

    /// <summary>What an actor may hear may have become less, wherever it listens.</summary>
    void Recheck(ActorId actor);

    /// <summary>Somebody was called by name.</summary>
    Task MentionAsync(MessageId message, IReadOnlyList<ActorId> mentioned, CancellationToken cancellationToken);
}
