using System.Buffers;

namespace Eliza.Domain.Common;

/// <summary>The one spelling of a UUID that we read: 8-4-4-4-12 hexadecimal digits, in any case.</summary>
public static class Uuid
{
    public const string Rule = "must be a UUID";

    private const int Length = 36;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789abcdefABCDEF-");

    /// <remarks>.NET alone would also take blanks around it, and a sign or <c>0x</c> in the place of digits.</remarks>
    public static bool TryParse(string? text, out Guid value)
    {
        value = default;
        return text is { Length: Length } && !text.AsSpan().ContainsAnyExcept(Allowed) && Guid.TryParseExact(text, "D", out value);
    }
}
