namespace Eliza.Domain.Common;

/// <summary>The one spelling of a UUID that we read: 8-4-4-4-12 hexadecimal digits, in any case.</summary>
public static class Uuid
{
    public const string Rule = "must be a UUID";

    public static bool TryParse(string? text, out Guid value) => Guid.TryParseExact(text, "D", out value);
}
