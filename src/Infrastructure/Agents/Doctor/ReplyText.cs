using System.Text.RegularExpressions;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>How an answer is written: one line, sentence case, a closing mark, and never longer than a message may be.</summary>
internal static partial class ReplyText
{
    private const string ClosingMarks = ".!?…";

    /// <summary>An echoed word is in lower case but for “I” and its contractions.</summary>
    public static string Spell(string word) => word == "i" || word.StartsWith("i'", StringComparison.Ordinal) ? "I" + word[1..] : word;

    public static string Finish(string text, int maxLength = MessageContent.MaxLength)
    {
        var tidy = SpaceRun().Replace(text, " ").Trim();
        // An empty part leaves a space before the mark that follows it, and perhaps a comma with nothing to separate.
        tidy = StraySpace().Replace(tidy, "");
        tidy = StrayComma().Replace(tidy, "");
        return Cut(Close(Capitalise(tidy)), maxLength);
    }

    private static string Capitalise(string text)
    {
        var first = 0;
        while (first < text.Length - 1 && !char.IsLetterOrDigit(text[first])) first++;
        return string.Concat(text.AsSpan(0, first), char.ToUpperInvariant(text[first]).ToString(), text.AsSpan(first + 1));
    }

    private static string Close(string text) => ClosingMarks.Contains(text.TrimEnd('”')[^1]) ? text : text + ".";

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var head = text[..(maxLength - 1)];
        var space = head.LastIndexOf(' ');
        if (space > 0) head = head[..space];
        if (char.IsHighSurrogate(head[^1])) head = head[..^1];
        return head.TrimEnd(',', ';', ':') + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex SpaceRun();

    [GeneratedRegex(" (?=[,.;:!?…”])|(?<=“) ")]
    private static partial Regex StraySpace();

    [GeneratedRegex("[,;:]+(?=[.!?…])")]
    private static partial Regex StrayComma();
}
