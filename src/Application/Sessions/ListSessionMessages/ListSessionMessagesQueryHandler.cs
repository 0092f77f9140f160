using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Sessions.ListSessionMessages;

internal sealed class ListSessionMessagesQueryHandler(SessionLookup lookup, ICaller caller, IChannelMessages messages)
    : IRequestHandler<ListSessionMessagesQuery, Result<SessionMessagePage>>
{
    public async Task<Result<SessionMessagePage>> Handle(ListSessionMessagesQuery query, CancellationToken cancellationToken)
    {
        var session = await lookup.FindHeardAsync(query.SessionId, caller.Current, cancellationToken);
        if (session.Error is { } error) return error;

        var limit = query.Limit ?? Paging.DefaultLimit;
        var window = new HistoryWindow(StampOf(query.Before), StampOf(query.After));
        var found = await messages.ListAsync(session.Value.ChannelId, window, limit + 1, offset: 0, cancellationToken);
        return PageOf(found.Messages, window, limit);
    }

    private static long? StampOf(string? cursor) => cursor is null ? null : SessionCursor.Parse(cursor).Value;

    /// <param name="found">One more than the page holds, if there are so many.</param>
    private static SessionMessagePage PageOf(IReadOnlyList<ChannelMessage> found, HistoryWindow window, int limit)
    {
        ChannelMessage[] page = [.. found.Take(limit).OrderByDescending(message => message.Stamp)];
        return new SessionMessagePage(
            [.. page.Select(ResponseOf)],
            found.Count > limit,
            page is [var newest, ..] ? new SessionCursors(page[^1].Stamp, newest.Stamp) : new SessionCursors(window.Before, window.After));
    }

    private static SessionMessageResponse ResponseOf(ChannelMessage message) => new(
        message.Id, message.Content, message.Author, message.AuthorKind is ActorKind.Agent, message.CreatedAt, message.Metadata, message.Attachments);
}
