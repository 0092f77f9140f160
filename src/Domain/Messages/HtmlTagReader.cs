using System.Buffers;

namespace Eliza.Domain.Messages;

/// <summary>
/// Reads one HTML tag as the standard's tokenizer does (WHATWG HTML, 13.2.5: tag name, attribute name and attribute
/// value states). A tag that the text leaves open ends with the text: what is shown behind it may close it.
/// </summary>
internal sealed class HtmlTagReader
{
    private const string Blank = " \t\n\r\f";

    private static readonly SearchValues<char> Blanks = SearchValues.Create(Blank);
    private static readonly SearchValues<char> BetweenAttributes = SearchValues.Create(Blank + "/");
    private static readonly SearchValues<char> TagNameEnd = SearchValues.Create(Blank + "/>");
    private static readonly SearchValues<char> AttributeNameEnd = SearchValues.Create(Blank + "/>=");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(Blank + ">");

    private readonly string _text;

    /// <param name="text">The text that holds the tag.</param>
    /// <param name="nameStart">Where the tag's name begins, right behind the <c>&lt;</c>.</param>
    public HtmlTagReader(string text, int nameStart)
    {
        _text = text;
        Position = nameStart;
        Name = Take(Rest.IndexOfAny(TagNameEnd));
    }

    public string Name { get; }

    /// <summary>Where reading goes on; what follows from here does not depend on what was before.</summary>
    public int Position { get; private set; }

    private ReadOnlySpan<char> Rest => _text.AsSpan(Position);

    private bool AtEnd => Position >= _text.Length;

    /// <summary>The next attribute; a null value means that it has none. False at the end of the tag.</summary>
    public bool TryReadAttribute(out string name, out string? value)
    {
        Skip(BetweenAttributes);
        name = "";
        value = null;
        if (AtEnd || _text[Position] is '>') return false;

        // A name may begin with an equals sign: the tokenizer takes it as part of the name.
        var first = _text[Position++];
        name = first + Take(Rest.IndexOfAny(AttributeNameEnd));
        Skip(Blanks);
        if (AtEnd || _text[Position] is not '=') return true;

        Position++;
        Skip(Blanks);
        value = ReadValue();
        return true;
    }

    private string ReadValue()
    {
        if (AtEnd || _text[Position] is not ('"' or '\'')) return Take(Rest.IndexOfAny(ValueEnd));

        var quote = _text[Position++];
        var value = Take(Rest.IndexOf(quote));
        if (!AtEnd) Position++;
        return value;
    }

    private void Skip(SearchValues<char> characters) => Take(Rest.IndexOfAnyExcept(characters));

    /// <summary>The next characters, so many, or all that are left when it is negative.</summary>
    private string Take(int length)
    {
        var start = Position;
        Position = length < 0 ? _text.Length : start + length;
        return _text[start..Position];
    }
}
