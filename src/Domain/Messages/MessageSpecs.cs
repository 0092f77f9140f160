using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>A page of a channel counted from its newest message, newest first.</summary>
public sealed class NewestMessagesPage : Specification<Message>
{
    public NewestMessagesPage(ChannelId channel, int limit, int offset) => Query
        .Where(message => message.ChannelId == channel)
        .OrderByDescending(message => message.Sequence)
        .Skip(offset)
        .Take(limit);
}

/// <summary>The messages right before a place in the channel, newest first; the same cost at any depth.</summary>
public sealed class MessagesBefore : Specification<Message>
{
    public MessagesBefore(ChannelId channel, HistoryBound before, HistoryBound? after, int limit)
    {
        Query.Where(message => message.ChannelId == channel && message.Sequence < before.Sequence);
        if (before.Moment is { } end) Query.Where(message => message.CreatedAt < end);
        if (after is not null) Query.Where(message => message.Sequence > after.Sequence);
        if (after?.Moment is { } start) Query.Where(message => message.CreatedAt >= start);
        Query.OrderByDescending(message => message.Sequence).Take(limit);
    }
}

/// <summary>The messages right behind a place in the channel, oldest first; the same cost at any depth.</summary>
public sealed class MessagesAfter : Specification<Message>
{
    public MessagesAfter(ChannelId channel, HistoryBound after, int limit)
    {
        Query.Where(message => message.ChannelId == channel && message.Sequence > after.Sequence);
        if (after.Moment is { } start) Query.Where(message => message.CreatedAt >= start);
        Query.OrderBy(message => message.Sequence).Take(limit);
    }
}
