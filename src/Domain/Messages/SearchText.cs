using System.Globalization;
using System.Text;
using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

/// <summary>What somebody looks for, in 1–200 characters: all of its words, each a run of letters and digits; whatever else there is divides them.</summary>
public sealed record SearchText
{
    public const int MaxLength = 200;

    private static readonly Error Empty = Error.Rule("Search.Empty", "must not be empty or only white space");

    private SearchText(string value) => Value = value;

    public string Value { get; }

    /// <summary>The words, in lower and upper case as they were written; none when there is neither letter nor digit.</summary>
    public IReadOnlyList<string> Words => WordsIn(Value);

    /// <summary>
    /// Whether the last word may be the beginning of one: nothing stands behind it, so it may still be typed on. A single Latin
    /// letter or digit begins too many.
    /// </summary>
    public bool EndsInBeginning => Words is [.., var last] && Value.EndsWith(last, StringComparison.Ordinal) && (last.Length > 1 || !char.IsAscii(last[0]));

    public static Result<SearchText> Create(string value)
    {
        if (string.IsNullOrWhiteSpace(value)) return Empty;
        return TextRules.Broken(value, MaxLength) is { } rule ? Error.Rule("Search.Invalid", rule) : new SearchText(value);
    }

    public override string ToString() => Value;

    /// <summary>The words of a text, in their order.</summary>
    public static IReadOnlyList<string> WordsIn(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPartOfWord(rune)) word.Append(rune);
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0) words.Add(word.ToString());
        return words;
    }

    /// <summary>Letters, digits and what else is counted with, and the marks upon them; private signs as well.</summary>
    private static bool IsPartOfWord(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse;
}
