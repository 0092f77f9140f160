using Eliza.Domain.Channels;

namespace Eliza.Domain.Messages;

/// <summary>Messages. Once posted they are not changed, so they are added here and never loaded.</summary>
public interface IMessageRepository
{
    void Add(Message message);

    /// <summary>Where a message of the channel stands in its thread; null when the channel has no such message.</summary>
    Task<ThreadPlace?> FindThreadPlaceAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);
}
