using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.DeleteMessage;

internal sealed class DeleteMessageCommandHandler(
    IMessageRepository messages, IChannelDirectory channels, MessageRights rights, ICaller caller)
    : IRequestHandler<DeleteMessageCommand, Result<DeletedMessage>>
{
    public async Task<Result<DeletedMessage>> Handle(DeleteMessageCommand command, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(command.ChannelId, out var channelId)
            || await channels.FindViewAsync(channelId, caller.Current?.Actor, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!MessageId.TryParse(command.MessageId, out var id)
            || await messages.FindAsync(new MessageInChannel(channelId, id), cancellationToken) is not { } message)
            return MessageErrors.NotFound(command.MessageId);
        if (!channel.Access.AllowsManaging(caller.Current) && !await rights.ActsForAsync(message.Author, channelId, caller, cancellationToken))
            return CommonErrors.Forbidden;

        // Of two who delete it at once, one finds it gone.
        message.Delete();
        return await messages.DeleteAsync(new MessageInChannel(channelId, id), channelId, cancellationToken) == 0
            ? MessageErrors.NotFound(command.MessageId)
            : new DeletedMessage(message.Id.Value);
    }
}
