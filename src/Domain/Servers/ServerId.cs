using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>The id of a server: a UUID, version 7 when made here.</summary>
public readonly record struct ServerId(Guid Value)
{
    /// <summary>The server of everything that names none; it always exists.</summary>
    public static readonly ServerId Default = new(Guid.Empty);

    public static ServerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public static bool TryParse(string? text, out ServerId id)
    {
        var parsed = Uuid.TryParse(text, out var value);
        id = new ServerId(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}
