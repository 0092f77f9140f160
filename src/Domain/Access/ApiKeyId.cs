using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>The id of an API key: a UUID, version 7 when made here.</summary>
public readonly record struct ApiKeyId(Guid Value)
{
    public static ApiKeyId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out ApiKeyId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new ApiKeyId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
