using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Messages.ListMessages;

internal sealed class ListMessagesQueryHandler(IChannelDirectory channels, IMessageHistory history)
    : IRequestHandler<ListMessagesQuery, Result<Page<MessageResponse>>>
{
    public async Task<Result<Page<MessageResponse>>> Handle(ListMessagesQuery query, CancellationToken cancellationToken)
    {
        if (!ChannelId.TryParse(query.ChannelId, out var channel) || await channels.FindServerAsync(channel, cancellationToken) is not { } server)
            return ChannelErrors.NotFound(query.ChannelId);

        var before = await PlaceAsync(channel, query.Before, isBefore: true, cancellationToken);
        if (before.Error is { } noBefore) return noBefore;
        var after = await PlaceAsync(channel, query.After, isBefore: false, cancellationToken);
        if (after.Error is { } noAfter) return noAfter;

        var messages = await history.ListAsync(PageOf(channel, query, before.Value, after.Value), cancellationToken);
        var oldestFirst = messages.OrderBy(message => message.Sequence).Select(message => MessageResponse.Of(message, server));
        var total = await history.CountAsync(channel, cancellationToken);
        return new Page<MessageResponse>([.. oldestFirst], query.LimitOrDefault(), query.OffsetOrDefault(), total);
    }

    private static ISpecification<Message> PageOf(ChannelId channel, ListMessagesQuery query, long? before, long? after) => (before, after) switch
    {
        (null, null) => new NewestMessagesPage(channel, query.LimitOrDefault(), query.OffsetOrDefault()),
        (null, { } start) => new MessagesAfter(channel, start, query.LimitOrDefault()),
        ({ } end, _) => new MessagesBefore(channel, end, after, query.LimitOrDefault()),
    };

    /// <summary>
    /// The bound that a cursor sets, itself not on the page. A moment stands for the newest message before it (or, as the
    /// start of a page, up to its end), so a page by time costs no more than one by message.
    /// </summary>
    private async Task<Result<long?>> PlaceAsync(ChannelId channel, string? text, bool isBefore, CancellationToken cancellationToken)
    {
        if (text is null) return (long?)null;
        var cursor = MessageCursor.Parse(text).Value;
        if (cursor.Message is { } id)
            return await history.FindSequenceAsync(channel, id, cancellationToken) is { } place ? place : MessageErrors.NotFound(text);

        var newest = await history.FindNewestBeforeAsync(channel, isBefore ? cursor.Start : cursor.End, cancellationToken) ?? 0;
        return isBefore ? newest + 1 : newest;
    }
}
