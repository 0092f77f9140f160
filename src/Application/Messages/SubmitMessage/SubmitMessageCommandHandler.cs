using Eliza.Application.Access;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Messages.SubmitMessage;

internal sealed class SubmitMessageCommandHandler(
    IChannelDirectory channels, IAuthorship authorship, IMessageRepository messages, ICaller caller, MessagePoster poster)
    : IRequestHandler<SubmitMessageCommand, Result<MessageResponse>>
{
    public async Task<Result<MessageResponse>> Handle(SubmitMessageCommand command, CancellationToken cancellationToken)
    {
        var author = caller.ActorOf(command.AuthorId);
        if (await channels.FindAsync(command.ChannelId!, author, cancellationToken) is not { } channel) return ChannelErrors.NotFound(command.ChannelId!);
        var kind = await authorship.FindAsync(author, cancellationToken);
        if (kind is null || !channel.Access.AllowsWriting(caller.Current)) return CommonErrors.Forbidden;
        if (!IsServerOf(channel, command.ServerId)) return CommonErrors.Invalid(nameof(command.ServerId), MessageErrors.WrongServer);

        ThreadPlace? parent = null;
        if (MessageId.TryParse(command.InReplyToMessageId, out var parentId))
        {
            parent = await messages.FindThreadPlaceAsync(channel.Id, parentId, cancellationToken);
            if (parent is null) return MessageErrors.NotFound(command.InReplyToMessageId!);
        }

        var message = await poster.PostAsync(channel, command.ToDraft(channel.Id, author, kind.Value, parent), addressee: null, cancellationToken);
        return MessageResponse.Of(message, channel.ServerId);
    }

    private static bool IsServerOf(ChannelEntry channel, string? serverId) =>
        !ServerId.TryParse(serverId, out var server) || server == channel.ServerId || server == ServerId.Default;
}
