using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

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
