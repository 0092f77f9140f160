namespace Eliza.Domain.Common;

/// <summary>What something of ours stands for on a platform: the platform's name in lower case (<c>discord</c>), and its own id there.</summary>
public sealed record Source
{
    public const int MaxTypeLength = 64;
    public const int MaxIdLength = 256;

    private const char Between = ':';

    private Source(string type, string id) => (Type, Id) = (type, id);

    public string Type { get; }

    public string Id { get; }

    public static Result<Source> Create(string type, string id)
    {
        if (CreateType(type) is { Error: { } wrongType }) return wrongType;
        var known = CreateId(id);
        return known.Error is { } wrongId ? wrongId : new Source(type.ToLowerInvariant(), known.Value);
    }

    /// <summary>The platform's name alone: 1–64 of <c>[a-z0-9._-]</c>, in any case.</summary>
    public static Result<string> CreateType(string type) =>
        type.Length is 0 or > MaxTypeLength || !type.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? Error.Rule("Source.InvalidType", $"must be 1 to {MaxTypeLength} letters, digits, hyphens, underscores or periods")
            : type.ToLowerInvariant();

    /// <summary>
    /// The id alone, as the platform writes it, without blanks around it: 1–256 characters. SQL Server takes texts that differ in blanks at their
    /// end for the same, and what is the same must not depend on the database.
    /// </summary>
    public static Result<string> CreateId(string id)
    {
        var known = id.Trim();
        if (known.Length == 0) return Error.Rule("Source.EmptyId", "must not be empty");
        return TextRules.Broken(known, MaxIdLength) is { } rule ? Error.Rule("Source.InvalidId", rule) : known;
    }

    /// <summary>For what was checked before: from the database.</summary>
    public static Source FromTrusted(string text) => new(text[..text.IndexOf(Between)], text[(text.IndexOf(Between) + 1)..]);

    /// <summary>Type and id in one text, as the database compares it.</summary>
    public override string ToString() => $"{Type}{Between}{Id}";
}
