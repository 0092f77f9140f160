using Eliza.Domain.Common;

namespace Eliza.Domain.Sessions;

/// <summary>The id of a session: a UUID, version 7 when made here.</summary>
public readonly record struct SessionId(Guid Value)
{
    public static SessionId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out SessionId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new SessionId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
