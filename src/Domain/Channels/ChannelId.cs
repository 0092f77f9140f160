using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>The id of a channel: a UUID, version 7 when made here.</summary>
public readonly record struct ChannelId(Guid Value)
{
    public static ChannelId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out ChannelId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new ChannelId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
