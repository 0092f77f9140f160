using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Agents;

/// <summary>Reads the messages that runs are about, and what agents said to them.</summary>
public interface IRunMessages
{
    /// <summary>A person's message is looked for among so many of that person's newest in the channel.</summary>
    const int MaxReach = 1000;

    /// <summary>The questions of those ids, by id; those that are gone are left out.</summary>
    Task<IReadOnlyDictionary<Guid, InboxMessage>> ListAsync(IReadOnlyCollection<MessageId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// The agent's run for a message of the author that says just that: the oldest open one or, without any, the newest that
    /// has ended; null when there is none.
    /// </summary>
    Task<AgentRunId?> FindByPromptAsync(Conversation conversation, ActorId author, string prompt, CancellationToken cancellationToken);

    /// <summary>The newest that the agent said in the channel behind the message and that answers no other; null when it said nothing.</summary>
    Task<MessageId?> FindAnswerAsync(Conversation conversation, MessageId question, CancellationToken cancellationToken);

    /// <summary>What a message says; null when it is gone.</summary>
    Task<string?> FindTextAsync(MessageId id, CancellationToken cancellationToken);
}

/// <summary>A message in an agent's inbox. <c>CreatedAt</c> is in Unix seconds.</summary>
public sealed record InboxMessage(
    Guid Id,
    string Text,
    string AuthorId,
    Guid ChannelId,
    Guid ServerId,
    Guid? InReplyToMessageId,
    long CreatedAt,
    IReadOnlyList<AttachmentResponse> Attachments,
    RawJson Metadata);
