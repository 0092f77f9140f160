using Eliza.Application.Access;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Application.Messages;

/// <summary>Posts what clients send, by whichever way: the author's rights, the server and the message that it answers are checked.</summary>
internal sealed class MessageSubmitter(IChannelDirectory channels, IAuthorship authorship, IMessageRepository messages, MessagePoster poster)
{
    /// <param name="input">It keeps its rules.</param>
    /// <param name="caller">Who sends it.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async Task<Result<MessageResponse>> SubmitAsync(MessageInput input, ICaller caller, CancellationToken cancellationToken)
    {
        var author = input.AuthorOr(caller);
        if (await channels.FindAsync(input.ChannelId!, author, cancellationToken) is not { } channel) return ChannelErrors.NotFound(input.ChannelId!);
        var kind = await authorship.FindAsync(author, cancellationToken);
        if (kind is null || !channel.Access.AllowsWriting(caller.Current)) return CommonErrors.Forbidden;
        if (!IsServerOf(channel, input.ServerId)) return CommonErrors.Invalid(nameof(input.ServerId), MessageErrors.WrongServer);

        ThreadPlace? parent = null;
        if (MessageId.TryParse(input.InReplyToMessageId, out var parentId))
        {
            parent = await messages.FindThreadPlaceAsync(channel.Id, parentId, cancellationToken);
            if (parent is null) return MessageErrors.NotFound(input.InReplyToMessageId!);
        }

        var message = await poster.PostAsync(channel, input.ToDraft(channel.Id, author, kind.Value, parent), addressee: null, cancellationToken);
        return MessageResponse.Of(message, channel.ServerId);
    }

    private static bool IsServerOf(ChannelEntry channel, string? serverId) =>
        !ServerId.TryParse(serverId, out var server) || server == channel.ServerId || server == ServerId.Default;
}
