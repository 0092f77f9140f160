namespace Eliza.Domain.Messages;

/// <summary>What a message said until its author changed it.</summary>
public sealed class MessageRevision
{
    private MessageRevision() { }

    internal MessageRevision(MessageId message, int number, MessageContent content, DateTimeOffset replacedAt) =>
        (MessageId, Number, Content, ReplacedAt) = (message, number, content, replacedAt);

    public MessageId MessageId { get; private set; }

    /// <summary>1 for what it said at first.</summary>
    public int Number { get; private set; }

    public MessageContent Content { get; private set; } = null!;

    public DateTimeOffset ReplacedAt { get; private set; }
}
