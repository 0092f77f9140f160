using Eliza.Application.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

internal sealed class MessageBus(MessagePoster poster) : IMessageBus
{
    public async Task<MessageResponse> PostAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken) =>
        MessageResponse.Of(await poster.PostAsync(channel, draft, addressee, cancellationToken), channel.ServerId);
}
