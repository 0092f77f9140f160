using System.Text;

namespace Eliza.Domain.Media;

/// <summary>
/// Text as people read it, of the pieces in which a document has it: a line's end for all white space that holds one, a blank for other
/// white space, none at the ends, and no control characters. What is too long ends in an ellipsis behind the last character that fits.
/// </summary>
/// <param name="maxLength">The most that is kept, the ellipsis included, in Unicode scalar values.</param>
public sealed class TidyText(int maxLength)
{
    private const char Ellipsis = '…';
    private const char None = '\0';

    private readonly StringBuilder _text = new();
    private int _length;
    private char _gap = None;

    /// <summary>Whether there was more than fits: nothing is taken any more.</summary>
    public bool IsFull { get; private set; }

    /// <param name="piece">It ends between two characters.</param>
    public void Append(string piece)
    {
        foreach (var rune in piece.EnumerateRunes())
        {
            if (IsFull) return;
            if (Rune.IsWhiteSpace(rune)) Widen(rune);
            else if (!Rune.IsControl(rune)) Add(rune);
        }
    }

    public override string ToString() => _text.ToString();

    private void Widen(Rune space)
    {
        var endsLine = space.Value is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';
        if (endsLine || _gap == None) _gap = endsLine ? '\n' : ' ';
    }

    private void Add(Rune rune)
    {
        var gap = _gap != None && _length > 0 ? 1 : 0;
        if (_length + gap + 1 > maxLength)
        {
            Cut();
            return;
        }
        if (gap > 0) _text.Append(_gap);
        _text.Append(rune.ToString());
        _length += gap + 1;
        _gap = None;
    }

    /// <summary>Makes room for the ellipsis; no blank stands in front of it.</summary>
    private void Cut()
    {
        if (_length == maxLength) _text.Length -= char.IsLowSurrogate(_text[^1]) ? 2 : 1;
        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1])) _text.Length--;
        _text.Append(Ellipsis);
        IsFull = true;
    }
}
