using System.Globalization;
using System.Text;
using Eliza.Domain.Messages;

namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>
/// Gathers an answer piece by piece, no more of it than a message may hold: cut where a character that people see ends, and
/// without what no message may contain, such as control characters.
/// </summary>
internal sealed class AnswerText
{
    private readonly StringBuilder _text = new();
    private int _scalars;

    /// <summary>Whether it holds more than a message may, so that it is known where the cut lies: what follows is of no use.</summary>
    public bool IsFull => _scalars > MessageContent.MaxLength;

    public void Append(string piece)
    {
        foreach (var unit in piece)
        {
            if (IsFull) return;
            if (char.IsControl(unit) && unit is not ('\t' or '\r' or '\n')) continue;
            _text.Append(unit);

            // The second half of a pair counts with its first; a half alone is dropped at the end.
            if (!char.IsLowSurrogate(unit)) _scalars++;
        }
    }

    /// <summary>The answer; null when there is nothing to say.</summary>
    public string? Finish()
    {
        var text = WellFormed(_text.ToString()).Trim();
        return text.Length == 0 ? null : Cut(text);
    }

    /// <summary>Without halves of pairs.</summary>
    private static string WellFormed(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune)) continue;
            kept.Append(rune);
            index += rune.Utf16SequenceLength - 1;
        }
        return kept.ToString();
    }

    private static string Cut(string text)
    {
        var (end, scalars) = (0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            var count = text.Substring(end, length).EnumerateRunes().Count();
            if (scalars + count > MessageContent.MaxLength) break;
            (end, scalars) = (end + length, scalars + count);
        }

        // One endless heap of accents has no end to cut at.
        return end > 0 ? text[..end].TrimEnd() : string.Concat(text.EnumerateRunes().Take(MessageContent.MaxLength));
    }
}
