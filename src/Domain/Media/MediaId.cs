using Eliza.Domain.Common;

namespace Eliza.Domain.Media;

/// <summary>The id of an uploaded file: a UUID, version 7 when made here.</summary>
public readonly record struct MediaId(Guid Value)
{
    public static MediaId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out MediaId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new MediaId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
