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

/// <summary>One message of a channel.</summary>
public sealed class MessageInChannel : Specification<Message>
{
    public MessageInChannel(ChannelId channel, MessageId id) => Query.Where(message => message.Id == id && message.ChannelId == channel);
}

/// <summary>What was said in a channel: by one author, or by all.</summary>
public sealed class MessagesOfChannel : Specification<Message>
{
    public MessagesOfChannel(ChannelId channel, ActorId? author)
    {
        Query.Where(message => message.ChannelId == channel);
        if (author is not null) Query.Where(message => message.Author == author);
    }
}

/// <summary>The replies of a thread, oldest first, without the message that began it.</summary>
public sealed class RepliesOfThread : Specification<Message>
{
    public RepliesOfThread(MessageId root, int limit, int offset) => Query
        .Where(message => message.ThreadId == root)
        .OrderBy(message => message.Sequence)
        .Skip(offset)
        .Take(limit);
}

/// <summary>A page of what a message said before it was changed, oldest first.</summary>
public sealed class RevisionsOfMessagePage : Specification<MessageRevision>
{
    public RevisionsOfMessagePage(MessageId message, int limit, int offset) => Query
        .Where(revision => revision.MessageId == message)
        .OrderBy(revision => revision.Number)
        .Skip(offset)
        .Take(limit);
}
