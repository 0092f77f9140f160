using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.GetThread;

internal sealed class GetThreadQueryHandler(IMessageHistory history, IChannelDirectory channels, ICaller caller)
    : IRequestHandler<GetThreadQuery, Result<Page<MessageResponse>>>
{
    public async Task<Result<Page<MessageResponse>>> Handle(GetThreadQuery query, CancellationToken cancellationToken)
    {
        var found = await history.FindReadableAsync(query.MessageId, channels, caller, cancellationToken);
        if (found.Error is { } error) return error;
        var (message, channel) = found.Value;

        // The one that began it is older than every reply; it may have been deleted since.
        var root = message.ThreadId is { } thread ? await history.FindAsync(thread, cancellationToken) : message;
        var (limit, offset) = (query.LimitOrDefault(), query.OffsetOrDefault());
        List<Message> page = root is not null && offset == 0 ? [root] : [];
        var replies = new RepliesOfThread(message.ThreadId ?? message.Id, limit - page.Count, root is null || offset == 0 ? offset : offset - 1);
        if (page.Count < limit) page.AddRange(await history.ListAsync(replies, cancellationToken));

        var total = await history.CountAsync(replies, cancellationToken) + (root is null ? 0 : 1);
        return new Page<MessageResponse>([.. page.Select(part => MessageResponse.Of(part, channel.ServerId))], limit, offset, total);
    }
}
