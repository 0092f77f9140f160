using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

/// <summary>A client's own name of a request, by which a repetition is known: 1–255 visible ASCII characters.</summary>
public sealed record IdempotencyKey
{
    public const int MaxLength = 255;

    private static readonly Error Invalid = Error.Rule("Idempotency.InvalidKey", $"must be 1 to {MaxLength} visible ASCII characters");

    private IdempotencyKey(string value) => Value = value;

    public string Value { get; }

    public static Result<IdempotencyKey> Create(string value) =>
        value.Length is 0 or > MaxLength || value.Any(c => c is <= ' ' or > '~') ? Invalid : new IdempotencyKey(value);

    public override string ToString() => Value;
}
