using Eliza.Domain.Channels;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal sealed class ChannelMessages(IMessageHistory history) : IChannelMessages
{
    public async Task<IReadOnlyList<ChannelMessage>> ListAsync(
        ChannelId channel, HistoryWindow window, int limit, CancellationToken cancellationToken)
    {
        var messages = await history.ListAsync(new MessagesInWindow(channel, window, limit), cancellationToken);
        return
        [
            .. messages.Select(message => new ChannelMessage(
                message.Id, message.Stamp, message.Author, message.AuthorKind, message.Content, message.CreatedAt, message.Metadata,
                [.. message.Attachments.Select(AttachmentResponse.Of)])),
        ];
    }
}
