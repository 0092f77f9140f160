using Eliza.Application.Feeds;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Somebody who wants to listen.</summary>
/// <param name="Listener">Who.</param>
/// <param name="After">The stamp up to which it knows everything; null to begin wherever the feed is by then.</param>
internal sealed record FeedNewcomer(IFeedListener Listener, long? After)
{
    /// <summary>Whether it listens; false when it lies behind.</summary>
    public TaskCompletionSource<bool?> IsIn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
