using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Feeds;

/// <summary>Finds from where somebody listens. Whether it may is for the caller to check.</summary>
public interface IFeedPlaces : IModulePort
{
    /// <param name="channel">The channel.</param>
    /// <param name="after">What the client knows last: a checked <see cref="FeedCursor"/>; null to begin now.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    /// <returns>The place; not found when the channel, or the message of the cursor, is gone.</returns>
    Task<Result<FeedPlace>> FindAsync(ChannelId channel, string? after, CancellationToken cancellationToken);
}
