using System.Text;

namespace Eliza.Domain.Common;

/// <summary>What every text that people read must keep to: well-formed Unicode, no control characters but tab, CR and LF.</summary>
public static class TextRules
{
    /// <summary>The rule that <paramref name="text"/> breaks, worded to follow a field's name, or null.</summary>
    /// <param name="text">The text to check.</param>
    /// <param name="maxLength">The most that is allowed, in Unicode scalar values.</param>
    public static string? Broken(string text, int maxLength)
    {
        var length = 0;
        for (var index = 0; index < text.Length; length++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune)) return "must not contain unpaired surrogates";
            if (Rune.IsControl(rune) && rune.Value is not ('\t' or '\r' or '\n')) return "must not contain control characters other than tab, CR and LF";
            index += rune.Utf16SequenceLength;
        }
        return length > maxLength ? $"must be at most {maxLength} characters" : null;
    }
}
