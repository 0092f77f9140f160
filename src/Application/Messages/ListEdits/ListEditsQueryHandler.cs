using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ListEdits;

internal sealed class ListEditsQueryHandler(
    IMessageHistory history, IReadRepository<MessageRevision> revisions, IChannelDirectory channels, ICaller caller)
    : IRequestHandler<ListEditsQuery, Result<Page<MessageEditResponse>>>
{
    public async Task<Result<Page<MessageEditResponse>>> Handle(ListEditsQuery query, CancellationToken cancellationToken)
    {
        var found = await history.FindReadableAsync(query.MessageId, channels, caller, cancellationToken);
        if (found.Error is { } error) return error;

        var page = new RevisionsOfMessagePage(found.Value.Message.Id, query.LimitOrDefault(), query.OffsetOrDefault());
        return await revisions.PageAsync<MessageRevision, MessageEditResponse>(page, query, cancellationToken);
    }
}
