namespace Eliza.Domain.Common;

/// <summary>The name that people see of a person, an agent or a server: 1–100 characters, not only white space.</summary>
public sealed record DisplayName
{
    public const int MaxLength = 100;

    private DisplayName(string value) => Value = value;

    public string Value { get; }

    /// <summary>The name as mentions compare it: without regard to case.</summary>
    public string Key => Value.ToLowerInvariant();

    public static Result<DisplayName> Create(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Error.Rule("DisplayName.Empty", "must not be empty");
        return TextRules.Broken(value, MaxLength) is { } rule ? Error.Rule("DisplayName.Invalid", rule) : new DisplayName(value.Trim());
    }

    public static DisplayName From(string value) => Create(value).Value;

    public override string ToString() => Value;
}
