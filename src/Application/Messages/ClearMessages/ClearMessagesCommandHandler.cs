using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ClearMessages;

internal sealed class ClearMessagesCommandHandler(
    IMessageRepository messages, IChannelDirectory channels, IChannelNotifier notifier, ICaller caller)
    : IRequestHandler<ClearMessagesCommand, Result<DeletedMessages>>
{
    public async Task<Result<DeletedMessages>> Handle(ClearMessagesCommand command, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(command.ChannelId, out var id)
            || await channels.FindViewAsync(id, caller.Current?.Actor, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (!channel.Access.AllowsManaging(caller.Current)) return CommonErrors.Forbidden;

        var deleted = await messages.DeleteAsync(new MessagesOfChannel(id, author: null), id, cancellationToken);
        if (deleted > 0) await notifier.TellClearedAsync(id, user: null, deleted, cancellationToken);
        return new DeletedMessages(deleted);
    }
}
