using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>Messages.</summary>
public interface IMessageRepository
{
    Task<Message?> FindAsync(ISpecification<Message> specification, CancellationToken cancellationToken);

    /// <summary>The message with its newest revision, if it was ever changed; null when there is no such message.</summary>
    Task<Message?> FindToEditAsync(MessageId id, CancellationToken cancellationToken);

    void Add(Message message);

    /// <summary>
    /// Deletes them all by one statement, with all that hangs on them: their revisions, their runs, and what is stored of
    /// them to answer repeated requests. The channel's counter goes with them.
    /// </summary>
    /// <param name="specification">Which messages; all of one channel.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Cancels it; then nothing is deleted.</param>
    /// <returns>How many were there to delete: of those who delete at once, each message is counted by one.</returns>
    Task<int> DeleteAsync(ISpecification<Message> specification, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Where a message of the channel stands in its thread; null when the channel has no such message.</summary>
    Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);
}
