using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Domain.Messages;

/// <summary>One message in a channel.</summary>
public sealed class Message : AggregateRoot
{
    /// <summary>So often its author may change what it says: every version is kept.</summary>
    public const int MaxRevisions = 100;

    private readonly List<MessageRevision> _revisions = [];

    private Message() { }

    public MessageId Id { get; private set; }

    /// <summary>The place in the order of all messages; the database gives it at the insert, so it follows the order of commits.</summary>
    public long Sequence { get; private set; }

    /// <summary>
    /// The place in the time of its channel, in Unix milliseconds, given by the unit of work: no two messages of a channel share
    /// one, and they rise in the order of commits. It is the time of the message, or later, where the channel was faster than a
    /// message a millisecond or a clock went back; so who reads on from a stamp misses nothing and meets nothing twice.
    /// </summary>
    public long Stamp { get; private set; }

    public ChannelId ChannelId { get; private set; }

    public ActorId Author { get; private set; } = null!;

    public ActorKind AuthorKind { get; private set; }

    public MessageContent Content { get; private set; } = null!;

    public MessageId? InReplyTo { get; private set; }

    /// <summary>The first message of the thread that this reply belongs to; null outside a thread and on that first message.</summary>
    public MessageId? ThreadId { get; private set; }

    public SourceType SourceType { get; private set; } = null!;

    public IReadOnlyList<ActorId> Mentions { get; private set; } = [];

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public Metadata Metadata { get; private set; } = Metadata.Empty;

    public RawMessage? Raw { get; private set; }

    /// <summary>
    /// How many agents' messages lie between this one and what a person said: 0 for a person's own, one more than what it
    /// answers for an agent's. <see cref="Agents.WakeRules"/> ends the chain by it.
    /// </summary>
    public int Links { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When its author last changed it; null when never.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>What it said before it was changed, oldest first: of them, those that were loaded for the decision at hand.</summary>
    public IReadOnlyList<MessageRevision> Revisions => _revisions;

    public static Message Post(MessageDraft draft, DateTimeOffset now)
    {
        var message = new Message
        {
            Id = draft.Id ?? MessageId.New(now),
            ChannelId = draft.ChannelId,
            Author = draft.Author,
            AuthorKind = draft.AuthorKind,
            Content = draft.Content,
            InReplyTo = draft.InReplyTo?.MessageId,
            ThreadId = draft.InReplyTo?.Root,
            SourceType = draft.SourceType ?? SourceType.Of(draft.AuthorKind),
            Mentions = draft.Mentions,
            Attachments = draft.Attachments,
            Metadata = draft.Metadata,
            Raw = draft.Raw,
            Links = draft.AuthorKind is ActorKind.User ? 0 : draft.LinksBefore + 1,
            CreatedAt = now,
        };
        message.Raise(message.Posted());
        return message;
    }

    /// <summary>
    /// Says something else, and keeps what was said. The same again is no edit. Load the message with its newest revision
    /// before asking.
    /// </summary>
    /// <param name="content">What it says from now on.</param>
    /// <param name="metadata">Its data from now on; null to leave them as they are.</param>
    /// <param name="mentions">The participants whom the new content calls.</param>
    /// <param name="now">The time; the edit is later than the one before it, however fast they come.</param>
    public Result<Message> Edit(MessageContent content, Metadata? metadata, IReadOnlyList<ActorId> mentions, DateTimeOffset now)
    {
        if (content == Content && (metadata ?? Metadata) == Metadata) return this;
        var number = _revisions.Count == 0 ? 1 : _revisions.Max(revision => revision.Number) + 1;
        if (content != Content && number > MaxRevisions) return MessageErrors.EditedTooOften;

        var at = EditedAt is { } last && now < last.AddMilliseconds(1) ? last.AddMilliseconds(1) : now;
        if (content != Content) _revisions.Add(new MessageRevision(Id, number, Content, at));
        (Content, Metadata, Mentions, EditedAt) = (content, metadata ?? Metadata, mentions, at);
        Raise(new MessageEdited(Id, ChannelId, Author, mentions));
        return this;
    }

    /// <summary>Says that it is taken out of its channel; the repository does it.</summary>
    public void Delete() => Raise(new MessageDeleted(Id, ChannelId, Author));

    /// <summary>Gives it its place in the time of its channel, right before it is stored.</summary>
    public void Place(long stamp) => Stamp = stamp;

    /// <summary>What others need to know of the message, by ids and values.</summary>
    public MessagePosted Posted() => new(Id, ChannelId, Author, AuthorKind, Mentions, Links);
}
