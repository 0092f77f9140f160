using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Feeds;

/// <summary>
/// Tells listeners of this node what happens in channels: each in the channel's order, none twice, none left out. The database is the
/// truth; between it and a listener there is no queue that a crash could lose.
/// </summary>
public interface IChannelFeeds
{
    /// <summary>
    /// Lets somebody listen who knows everything up to a stamp, unless that lies so far back that it must first read on by
    /// <see cref="ReadAsync"/>. From then on everything behind that stamp is delivered, as long as
    /// it may stay, which is asked at once.
    /// </summary>
    /// <param name="place">Where; its head is where a channel begins to be watched that nobody listened to.</param>
    /// <param name="after">The stamp of the last thing that it knows; null to begin wherever the feed is by now.</param>
    /// <param name="listener">Who.</param>
    /// <param name="cancellationToken">Gives up waiting for its turn.</param>
    /// <returns>Whether it listens now.</returns>
    Task<bool> TryJoinAsync(FeedPlace place, long? after, IFeedListener listener, CancellationToken cancellationToken);

    /// <summary>It listens no more; for who does not, nothing.</summary>
    void Leave(ChannelId channel, IFeedListener listener);

    /// <summary>What happened behind a stamp, up to some hundred things; null when the channel is gone.</summary>
    Task<FeedPage?> ReadAsync(ChannelId channel, long after, CancellationToken cancellationToken);

    /// <summary>Tells a listener whenever its actor is mentioned, in whichever channel, until the answer is disposed of.</summary>
    IDisposable HearMentions(ActorId actor, Func<FeedEvent, bool> deliver);
}
