namespace Eliza.Domain.Messages;

/// <summary>
/// Reads one HTML tag as the standard's tokenizer does (WHATWG HTML, 13.2.5: tag name, attribute name and attribute
/// value states). A tag that the text leaves open ends with the text: what is shown behind it may close it.
/// </summary>
internal sealed class HtmlTagReader
{
    private readonly string _text;
    private int _at;

    /// <param name="text">The text that holds the tag.</param>
    /// <param name="nameStart">Where the tag's name begins, right behind the <c>&lt;</c>.</param>
    public HtmlTagReader(string text, int nameStart)
    {
        _text = text;
        _at = nameStart;
        Name = ReadWhile(c => !IsBlank(c) && c is not ('/' or '>'));
    }

    public string Name { get; }

    private bool AtEnd => _at >= _text.Length;

    /// <summary>The next attribute; a null value means that it has none. False at the end of the tag.</summary>
    public bool TryReadAttribute(out string name, out string? value)
    {
        ReadWhile(c => IsBlank(c) || c is '/');
        name = "";
        value = null;
        if (AtEnd || _text[_at] is '>') return false;

        // A name may begin with an equals sign: the tokenizer takes it as part of the name.
        var first = _text[_at++];
        name = first + ReadWhile(c => !IsBlank(c) && c is not ('/' or '>' or '='));
        ReadWhile(IsBlank);
        if (AtEnd || _text[_at] is not '=') return true;

        _at++;
        ReadWhile(IsBlank);
        value = ReadValue();
        return true;
    }

    private string ReadValue()
    {
        if (AtEnd || _text[_at] is not ('"' or '\'')) return ReadWhile(c => !IsBlank(c) && c is not '>');

        var quote = _text[_at++];
        var value = ReadWhile(c => c != quote);
        if (!AtEnd) _at++;
        return value;
    }

    private string ReadWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (!AtEnd && belongs(_text[_at])) _at++;
        return _text[start.._at];
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
