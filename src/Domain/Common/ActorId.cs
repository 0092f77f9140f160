using System.Buffers;

namespace Eliza.Domain.Common;

/// <summary>
/// The id of a person or an agent: 1–128 of <c>[A-Za-z0-9._:@-]</c>, opaque to us (<c>user-123</c>, or a UUID).
/// A UUID is kept in lower case, so that both its spellings name the same actor.
/// </summary>
public sealed record ActorId
{
    public const int MaxLength = 128;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-");

    private static readonly Error Invalid = Error.Rule("Actor.InvalidId", "must be 1 to 128 characters from A-Z a-z 0-9 . _ : @ -");

    private ActorId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The id as mentions compare it: without regard to case.</summary>
    public string Key => Value.ToLowerInvariant();

    public static Result<ActorId> Create(string? value)
    {
        if (value is null || value.Length is 0 or > MaxLength || value.AsSpan().ContainsAnyExcept(Allowed)) return Invalid;
        return new ActorId(Uuid.TryParse(value, out var uuid) ? uuid.ToString() : value);
    }

    /// <summary>For ids that were checked before, or are written in the code.</summary>
    public static ActorId From(string value) => Create(value).Value;

    /// <summary>For an id from the database, which is as it was kept: it is not looked at again.</summary>
    public static ActorId FromTrusted(string value) => new(value);

    public override string ToString() => Value;
}
