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

    /// <summary>Where the last visible character ends: white space behind it may turn out to be the answer's end, which is cut off.</summary>
    private int _visible;
    private int _shown;

    /// <summary>The first half of a pair, whose second half may come with the next piece.</summary>
    private char? _half;

    /// <summary>Whether it holds more than a message may, so that it is known where the cut lies: what follows is of no use.</summary>
    public bool IsFull => _scalars > MessageContent.MaxLength;

    public void Append(string piece)
    {
        foreach (var unit in piece)
        {
            if (IsFull) return;
            var half = _half;
            _half = char.IsHighSurrogate(unit) ? unit : null;
            if (_half is null) Append(half, unit);
        }
    }

    /// <summary>What has become of the answer since this was last asked, up to its last visible character; empty when nothing has.</summary>
    public string TakeNew()
    {
        var piece = _text.ToString(_shown, _visible - _shown);
        _shown = _visible;
        return piece;
    }

    /// <summary>The answer; null when there is nothing to say.</summary>
    public string? Finish()
    {
        var text = _text.ToString().TrimEnd();
        return text.Length == 0 ? null : Cut(text);
    }

    /// <summary>Appends what may be said, which halves of pairs without the other may not.</summary>
    private void Append(char? half, char unit)
    {
        if (char.IsLowSurrogate(unit) ? half is null : !MaySay(unit)) return;
        if (char.IsLowSurrogate(unit)) _text.Append(half);
        _text.Append(unit);
        _scalars++;
        if (!char.IsWhiteSpace(unit)) _visible = _text.Length;
    }

    /// <summary>White space at the start would be cut off, and what is counted has to stay.</summary>
    private bool MaySay(char unit) =>
        (!char.IsControl(unit) || unit is '\t' or '\r' or '\n') && (_text.Length > 0 || !char.IsWhiteSpace(unit));

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
