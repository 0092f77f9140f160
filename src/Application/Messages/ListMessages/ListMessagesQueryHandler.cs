using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ListMessages;

internal sealed class ListMessagesQueryHandler(IChannelDirectory channels, IChannelMessages messages, ICaller caller)
    : IRequestHandler<ListMessagesQuery, Result<Page<MessageResponse>>>
{
    public async Task<Result<Page<MessageResponse>>> Handle(ListMessagesQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;
        var channel = view.Value.Id;

        var before = await StampAsync(channel, query.Before, moment => moment.FirstMillisecond, cancellationToken);
        if (before.Error is { } noBefore) return noBefore;
        var after = await StampAsync(channel, query.After, moment => moment.LastMillisecond, cancellationToken);
        if (after.Error is { } noAfter) return noAfter;

        var (limit, offset) = (query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await messages.ListAsync(channel, new HistoryWindow(before.Value, after.Value), limit, offset, cancellationToken);
        var oldestFirst = page.Messages.OrderBy(message => message.Stamp).Select(message => MessageResponse.Of(message, channel, view.Value.ServerId));
        return new Page<MessageResponse>([.. oldestFirst], limit, offset, page.Total);
    }

    /// <summary>The stamp that a cursor bounds the page by: that of a message, or the end of a moment that faces the page.</summary>
    private async Task<Result<long?>> StampAsync(ChannelId channel, string? text, Func<Moment, long> boundOf, CancellationToken cancellationToken)
    {
        if (text is null) return (long?)null;
        var cursor = MessageCursor.Parse(text).Value;
        if (cursor.Moment is { } moment) return boundOf(moment);
        return await messages.FindStampAsync(channel, cursor.Message!.Value, cancellationToken) is { } stamp ? stamp : MessageErrors.NotFound(text);
    }
}
