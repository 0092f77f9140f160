using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Messages.SubmitMessage;

internal sealed class SubmitMessageCommandHandler(
    IChannelDirectory channels, IAgentDirectory agents, IMessageRepository messages, MessagePoster poster)
    : IRequestHandler<SubmitMessageCommand, Result<MessageResponse>>
{
    public async Task<Result<MessageResponse>> Handle(SubmitMessageCommand command, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(command.ChannelId!, cancellationToken) is not { } channel) return ChannelErrors.NotFound(command.ChannelId!);
        if (!IsServerOf(channel, command.ServerId)) return CommonErrors.Invalid(nameof(command.ServerId), MessageErrors.WrongServer);

        ThreadPlace? parent = null;
        if (MessageId.TryParse(command.InReplyToMessageId, out var parentId))
        {
            parent = await messages.FindThreadPlaceAsync(channel.Id, parentId, cancellationToken);
            if (parent is null) return MessageErrors.NotFound(command.InReplyToMessageId!);
        }

        var author = ActorId.From(command.AuthorId!);
        var kind = await agents.FindAsync(author, cancellationToken) is null ? ActorKind.User : ActorKind.Agent;
        var message = await poster.PostAsync(channel, command.ToDraft(channel.Id, author, kind, parent), cancellationToken);
        return MessageResponse.Of(message, channel.ServerId);
    }

    private static bool IsServerOf(ChannelEntry channel, string? serverId) =>
        !ServerId.TryParse(serverId, out var server) || server == channel.ServerId || server == ServerId.Default;
}
