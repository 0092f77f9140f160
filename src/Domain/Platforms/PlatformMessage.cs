using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Platforms;

/// <summary>A platform's message that was taken in, so that it is taken in once; it outlives the message that was made of it.</summary>
public sealed class PlatformMessage : AggregateRoot
{
    private PlatformMessage() { }

    public ChannelId ChannelId { get; private set; }

    /// <summary>Unique in the channel.</summary>
    public Source Source { get; private set; } = null!;

    public MessageId MessageId { get; private set; }

    public static PlatformMessage Link(ChannelId channel, Source source, MessageId message) =>
        new() { ChannelId = channel, Source = source, MessageId = message };
}
