using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Messages.GetMessage;

internal sealed class GetMessageQueryHandler(IMessageHistory history, IChannelDirectory channels, ICaller caller)
    : IRequestHandler<GetMessageQuery, Result<MessageResponse>>
{
    public async Task<Result<MessageResponse>> Handle(GetMessageQuery query, CancellationToken cancellationToken)
    {
        var found = await history.FindReadableAsync(query.MessageId, channels, caller, cancellationToken);
        return found.Error is { } error ? error : MessageResponse.Of(found.Value.Message, found.Value.Channel.ServerId);
    }
}
