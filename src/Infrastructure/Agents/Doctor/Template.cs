using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>A sentence with gaps such as {3}, each of which takes the part that the pattern's element of that number took.</summary>
internal sealed partial class Template
{
    private readonly string[] _texts;
    private readonly int[] _gaps;

    private Template(string[] texts, int[] gaps) => (_texts, _gaps) = (texts, gaps);

    /// <param name="text">The sentence.</param>
    /// <param name="parts">How many parts there are to fill its gaps.</param>
    /// <exception cref="InvalidDataException">A gap asks for a part that there isn't, or a brace belongs to no gap.</exception>
    public static Template Parse(string text, int parts)
    {
        var texts = Gap().Split(text);
        if (texts.Any(literal => literal.AsSpan().ContainsAny('{', '}')))
            throw new InvalidDataException($"“{text}” has a brace that belongs to no gap such as {{3}}.");
        int[] gaps = [.. Gap().Matches(text).Select(gap => int.Parse(gap.ValueSpan[1..^1], CultureInfo.InvariantCulture))];
        if (gaps.Any(gap => gap < 1 || gap > parts))
            throw new InvalidDataException($"“{text}” asks for a part that the pattern hasn't got: it has {parts}.");
        return new Template(texts, gaps);
    }

    public string Fill(IReadOnlyList<ArraySegment<string>> parts)
    {
        var filled = new StringBuilder(_texts[0]);
        for (var gap = 0; gap < _gaps.Length; gap++)
        {
            filled.AppendJoin(' ', parts[_gaps[gap] - 1].Select(ReplyText.Spell)).Append(_texts[gap + 1]);
        }
        return filled.ToString();
    }

    [GeneratedRegex(@"\{[0-9]{1,2}\}")]
    private static partial Regex Gap();
}
