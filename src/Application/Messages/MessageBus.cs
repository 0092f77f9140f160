using Eliza.Application.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal sealed class MessageBus(MessagePoster poster) : IMessageBus
{
    public async Task<MessageReceipt> PostAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken)
    {
        var message = await poster.PostAsync(channel, draft, addressee, cancellationToken);
        return new MessageReceipt(message.Id, message.CreatedAt, message.Attachments);
    }
}
