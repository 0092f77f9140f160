using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ClearMessagesOfUser;

internal sealed class ClearMessagesOfUserCommandHandler(
    IMessageRepository messages, IChannelDirectory channels, IChannelNotifier notifier, MessageRights rights, ICaller caller)
    : IRequestHandler<ClearMessagesOfUserCommand, Result<DeletedMessages>>
{
    public async Task<Result<DeletedMessages>> Handle(ClearMessagesOfUserCommand command, CancellationToken cancellationToken)
    {
        var user = ActorId.From(command.UserId!);
        if (!ChannelId.TryParse(command.ChannelId, out var id)
            || await channels.FindViewAsync(id, caller.Current?.Actor, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!channel.Access.AllowsManaging(caller.Current) && !await rights.ActsForAsync(user, id, caller, cancellationToken))
            return CommonErrors.Forbidden;

        var deleted = await messages.DeleteAsync(new MessagesOfChannel(id, user), id, cancellationToken);
        if (deleted > 0) await notifier.TellClearedAsync(id, user, deleted, cancellationToken);
        return new DeletedMessages(deleted);
    }
}
