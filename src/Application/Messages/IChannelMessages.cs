using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>Reads for this module and others what was said in a channel, page by page. Whether the caller may read there is for whoever asks to check.</summary>
/// <remarks>This is the most used read there is, so it gives what the rows hold and no aggregates.</remarks>
public interface IChannelMessages : IModulePort
{
    /// <summary>The first messages of a part of the channel, in the order in which its pages lead; the same cost at any depth and for any number of messages.</summary>
    /// <param name="channel">Which channel; one that is not there holds nothing.</param>
    /// <param name="window">The part of it.</param>
    /// <param name="limit">The most to read.</param>
    /// <param name="offset">How many to pass over first; this alone costs more the more they are.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>The stamp of a message of the channel; null when the channel has no such message.</summary>
    Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken);
}

/// <summary>A page of what was said in a channel.</summary>
/// <param name="Messages">In the order in which the pages lead.</param>
/// <param name="Total">How many messages the channel holds, on whichever page.</param>
public sealed record ChannelMessagePage(IReadOnlyList<ChannelMessage> Messages, long Total);
