using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Platforms;

/// <summary>Which of the platforms' messages were taken in.</summary>
public interface IPlatformMessageRepository
{
    /// <summary>The message that was made of it in the channel; null when it was not taken in there.</summary>
    Task<MessageId?> FindAsync(ChannelId channel, Source source, CancellationToken cancellationToken);

    void Add(PlatformMessage message);
}
