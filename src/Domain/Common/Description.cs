namespace Eliza.Domain.Common;

/// <summary>What a channel or a server is for, in at most 1000 characters of plain text.</summary>
public sealed record Description
{
    public const int MaxLength = 1000;

    private Description(string value) => Value = value;

    public string Value { get; }

    public static Result<Description> Create(string value) =>
        TextRules.Broken(value, MaxLength) is { } rule ? Error.Rule("Description.Invalid", rule) : new Description(value);

    public override string ToString() => Value;
}
