using System.Globalization;
using System.Text;
using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>
/// Text of people's for the log. Names may hold tabs, line ends and marks that turn the direction of writing: in a log they
/// could pass for lines of ours.
/// </summary>
public static class LogText
{
    /// <summary>Who calls, so that nobody passes for another: names are people's own, the ids in it are ours.</summary>
    public static string Of(Caller? caller) => caller switch
    {
        null => "nobody",
        { KeyId: { } key } => $"{OnOneLine(caller.Name)} (key:{key})",
        _ => caller.Id,
    };

    /// <summary>The text with a question mark for whatever is not seen, or would break or turn the line.</summary>
    public static string OnOneLine(string text)
    {
        if (text.EnumerateRunes().All(IsPlain)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) plain.Append(IsPlain(rune) ? rune.ToString() : "?");
        return plain.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
