using Eliza.Domain.Channels;

namespace Eliza.Domain.Messages;

public interface IMessageRepository
{
    void Add(Message message);

    /// <summary>Where a message of the channel stands in its thread; null when the channel has no such message.</summary>
    Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);
}
