using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ListMessages;

internal sealed class ListMessagesQueryHandler(IChannelDirectory channels, IMessageHistory history, ICaller caller)
    : IRequestHandler<ListMessagesQuery, Result<Page<MessageResponse>>>
{
    /// <summary>More than lies, with the default timeouts, between a message's time and its place in the order, which it gets when it is stored.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public async Task<Result<Page<MessageResponse>>> Handle(ListMessagesQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;
        var channel = view.Value.Id;

        var before = await BoundAsync(channel, query.Before, isBefore: true, cancellationToken);
        if (before.Error is { } noBefore) return noBefore;
        var after = await BoundAsync(channel, query.After, isBefore: false, cancellationToken);
        if (after.Error is { } noAfter) return noAfter;

        var messages = await history.ListAsync(PageOf(channel, query, before.Value, after.Value), cancellationToken);
        var oldestFirst = messages.OrderBy(message => message.Sequence).Select(message => MessageResponse.Of(message, view.Value.ServerId));
        var total = await history.CountAsync(channel, cancellationToken);
        return new Page<MessageResponse>([.. oldestFirst], query.LimitOrDefault(), query.OffsetOrDefault(), total);
    }

    private static ISpecification<Message> PageOf(ChannelId channel, ListMessagesQuery query, HistoryBound? before, HistoryBound? after) => (before, after) switch
    {
        (null, null) => new NewestMessagesPage(channel, query.LimitOrDefault(), query.OffsetOrDefault()),
        (null, { } start) => new MessagesAfter(channel, start, query.LimitOrDefault()),
        ({ } end, _) => new MessagesBefore(channel, end, after, query.LimitOrDefault()),
    };

    /// <summary>
    /// The bound that a cursor sets. A moment is looked up as a place some slack away from it, and the page then takes what
    /// was said on its side of the moment: no message is missed, and a page by time costs no more than one by message.
    /// </summary>
    private async Task<Result<HistoryBound?>> BoundAsync(ChannelId channel, string? text, bool isBefore, CancellationToken cancellationToken)
    {
        if (text is null) return (HistoryBound?)null;
        var cursor = MessageCursor.Parse(text).Value;
        if (cursor.Message is { } id)
            return await history.FindSequenceAsync(channel, id, cancellationToken) is { } place ? new HistoryBound(place) : MessageErrors.NotFound(text);

        var moment = isBefore ? cursor.Start : cursor.End;
        var lookUp = isBefore ? Later(moment) : Earlier(moment);
        var newest = await history.FindNewestBeforeAsync(channel, lookUp, cancellationToken) ?? 0;
        return new HistoryBound(isBefore ? newest + 1 : newest, moment);
    }

    private static DateTimeOffset Later(DateTimeOffset moment) => moment < DateTimeOffset.MaxValue - Slack ? moment + Slack : DateTimeOffset.MaxValue;

    private static DateTimeOffset Earlier(DateTimeOffset moment) => moment > DateTimeOffset.MinValue + Slack ? moment - Slack : DateTimeOffset.MinValue;
}
