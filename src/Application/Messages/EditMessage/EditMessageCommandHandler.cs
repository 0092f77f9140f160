using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.EditMessage;

internal sealed class EditMessageCommandHandler(
    IMessageRepository messages, IChannelDirectory channels, MessageRights rights, MessagePoster poster, ICaller caller, TimeProvider time)
    : IRequestHandler<EditMessageCommand, Result<MessageResponse>>
{
    public async Task<Result<MessageResponse>> Handle(EditMessageCommand command, CancellationToken cancellationToken)
    {
        if (!MessageId.TryParse(command.MessageId, out var id)
            || await messages.FindToEditAsync(id, cancellationToken) is not { } message
            || await channels.FindViewAsync(message.ChannelId, reader: null, cancellationToken) is not { } channel)
            return MessageErrors.Unknown(command.MessageId);
        if (!await rights.ActsForAsync(message.Author, message.ChannelId, caller, cancellationToken)) return CommonErrors.Forbidden;

        var content = MessageContent.Create(command.Content).Value;
        var metadata = command.Metadata is { } data ? Metadata.Create(data).Value : null;
        var mentions = await poster.FindMentionedAsync(message.ChannelId, content, cancellationToken);
        var edited = message.Edit(content, metadata, mentions, time.GetUtcNow());
        return edited.Error is { } error ? error : MessageResponse.Of(message, channel.ServerId);
    }
}
