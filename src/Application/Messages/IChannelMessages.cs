using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>Reads for other modules what was said in a channel. Whether the caller may read there is for the other module to check.</summary>
public interface IChannelMessages : IModulePort
{
    /// <summary>The first messages of a part of the channel, in the order in which its pages lead.</summary>
    Task<IReadOnlyList<ChannelMessage>> ListAsync(ChannelId channel, HistoryWindow window, int limit, CancellationToken cancellationToken);
}

/// <summary>A message as other modules know it.</summary>
/// <param name="Stamp">Its place in the channel's time, in Unix milliseconds; see <see cref="Message.Stamp"/>.</param>
public sealed record ChannelMessage(
    MessageId Id, long Stamp, ActorId Author, ActorKind AuthorKind, MessageContent Content, DateTimeOffset CreatedAt, Metadata Metadata,
    IReadOnlyList<AttachmentResponse> Attachments);
