using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.UnitTests.TestData;

/// <summary>Ada's "Hello" to the channel, unless told otherwise.</summary>
internal sealed record MessageBuilder
{
    public MessageDraft Draft { get; init; } = new(Ids.Channel, Ids.Ada, ActorKind.User, MessageContent.FromTrusted("Hello"));

    public long Sequence { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = Times.Now;

    /// <summary>The time of the message, unless told otherwise.</summary>
    public long? Stamp { get; init; }

    public Message Build()
    {
        var message = Message.Post(Draft, CreatedAt);

        // Only the database and the unit of work give them.
        typeof(Message).GetProperty(nameof(Message.Sequence))!.SetValue(message, Sequence);
        typeof(Message).GetProperty(nameof(Message.Stamp))!.SetValue(message, Stamp ?? CreatedAt.ToUnixTimeMilliseconds());
        return message;
    }
}
