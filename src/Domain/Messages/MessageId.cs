using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>The id of a message: a UUID, version 7 when made here.</summary>
public readonly record struct MessageId(Guid Value)
{
    public static MessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out MessageId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new MessageId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
