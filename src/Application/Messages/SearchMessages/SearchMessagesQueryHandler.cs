using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.SearchMessages;

internal sealed class SearchMessagesQueryHandler(IMessageSearch search, IChannelDirectory channels, ICaller caller)
    : IRequestHandler<SearchMessagesQuery, Result<Page<MessageResponse>>>
{
    public async Task<Result<Page<MessageResponse>>> Handle(SearchMessagesQuery query, CancellationToken cancellationToken)
    {
        if (query.ChannelId is { } channel
            && (await channels.FindReadableAsync(channel, caller.Current, cancellationToken)).Error is { } error) return error;
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var found = await search.FindAsync(CriteriaOf(query), cancellationToken);
        var items = found.Items.Select(item => MessageResponse.Of(item.Message, item.Server));
        return new Page<MessageResponse>([.. items], query.LimitOrDefault(), query.OffsetOrDefault(), found.Total);
    }

    private SearchCriteria CriteriaOf(SearchMessagesQuery query) => new(
        query.Query is { } text ? SearchText.Create(text).Value : null,
        ChannelId.TryParse(query.ChannelId, out var channel) ? channel : null,
        query.AuthorId is { } author ? ActorId.From(author) : null,
        query.From is { } from ? Moment.Parse(from).Value.Start : null,
        query.To is { } to ? Moment.Parse(to).Value.End : null,
        caller.Current!.IsTrusted ? null : caller.Current.Actor,
        query.LimitOrDefault(),
        query.OffsetOrDefault());
}
