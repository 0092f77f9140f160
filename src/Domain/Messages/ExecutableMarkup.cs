using System.Buffers;

namespace Eliza.Domain.Messages;

/// <summary>
/// Finds what a browser would run if a page showed the text as HTML or Markdown: a script element, an event handler or
/// a script URL inside a tag, a <c>javascript:</c> or <c>data:text/html</c> URL anywhere. Code that people merely talk
/// about passes: <c>a &lt; b</c>, <c>List&lt;string&gt; once = …</c>, SQL.
/// </summary>
/// <remarks>
/// Tags are read as the HTML standard's tokenizer reads them, since that is what decides where an attribute begins:
/// a <c>&lt;</c> starts a tag only with a letter right behind it, and a quoted value may hold a <c>&gt;</c>.
/// </remarks>
public static class ExecutableMarkup
{
    private const string HtmlDocument = "data:text/html";

    /// <summary>What no JavaScript can begin with, or can do anything with alone: it ends a quotation, or bold type.</summary>
    private const string ClosingPunctuation = "*_~`\"'”’»)]}>|,.;:!?…";

    private static readonly string[] ScriptSchemes = ["javascript:", "vbscript:"];

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    /// <summary>What no script URL is without: the colon behind its scheme, or the beginning of a character reference that may stand for it.</summary>
    private static readonly SearchValues<char> PartsOfUrls = SearchValues.Create(":&");

    /// <summary>
    /// Beside every type that ends in <c>+xml</c>, what browsers open as XML, in which there may be scripts. As an image, an icon or
    /// a download such a document runs none; in a frame it does, and what <c>use</c> takes from one keeps its handlers.
    /// </summary>
    private static readonly HashSet<string> XmlTypes = new(StringComparer.OrdinalIgnoreCase) { "text/xml", "application/xml", "text/xsl" };

    private static readonly HashSet<string> Frames = new(StringComparer.OrdinalIgnoreCase) { "iframe", "frame", "embed", "object", "use" };

    public static bool IsIn(string text)
    {
        if (HasWordWithScriptUrl(text)) return true;
        HashSet<(int Position, bool InFrame)>? read = null;
        for (var start = text.IndexOf('<'); start >= 0 && start + 1 < text.Length; start = text.IndexOf('<', start + 1))
        {
            if (char.IsAsciiLetter(text[start + 1]) && TagRuns(new HtmlTagReader(text, start + 1), read ??= [])) return true;
        }
        return false;
    }

    /// <summary>Looks at the words that may hold a script URL: as a rule there are none, so nothing is made of the others.</summary>
    private static bool HasWordWithScriptUrl(string text)
    {
        for (var end = 0; text.AsSpan(end).IndexOfAny(PartsOfUrls) is >= 0 and var next;)
        {
            var start = text.AsSpan(0, end + next).LastIndexOfAny(Blanks) + 1;
            var length = text.AsSpan(end + next).IndexOfAny(Blanks);
            end = length < 0 ? text.Length : end + next + length;
            if (HasScriptUrl(text[start..end])) return true;
        }
        return false;
    }

    /// <param name="tag">The tag.</param>
    /// <param name="read">Where attributes were read before: of tags within tags (<c>&lt;a &lt;a &lt;a …</c>) each is read once.</param>
    private static bool TagRuns(HtmlTagReader tag, HashSet<(int Position, bool InFrame)> read)
    {
        if (tag.Name.Equals("script", StringComparison.OrdinalIgnoreCase)) return true;
        var inFrame = Frames.Contains(tag.Name);
        while (read.Add((tag.Position, inFrame)) && tag.TryReadAttribute(out var name, out var value))
        {
            if (value is null) continue;
            if (EventHandlers.Contain(name) || name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)) return true;
            if (IsScriptUrl(CharacterReferences.Decode(value), inFrame)) return true;
        }
        return false;
    }

    /// <summary>
    /// Browsers ignore white space and control characters in front of a scheme and tabs and line ends inside it. An
    /// animation's <c>values</c> are several URLs, between semicolons.
    /// </summary>
    private static bool IsScriptUrl(string value, bool inFrame)
    {
        var plain = string.Concat(value.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        return plain.Split(';').Any(url => Begins(url, ScriptSchemes) || Begins(url, [HtmlDocument]) || (inFrame && IsXmlDocument(url)));
    }

    private static bool IsXmlDocument(string url)
    {
        if (!Begins(url, ["data:"])) return false;
        var type = url["data:".Length..].Split(',')[0];
        return type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase) || XmlTypes.Contains(type);
    }

    private static bool Begins(string url, string[] starts) => starts.Any(start => url.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A URL outside any tag, which a Markdown link or an eager page may make clickable; Markdown first takes character
    /// references and backslashes out of it. A scheme followed by a blank is talk.
    /// </summary>
    private static bool HasScriptUrl(string word) =>
        HoldsScriptUrl(word) || HoldsScriptUrl(CharacterReferences.Decode(word).Replace("\\", "", StringComparison.Ordinal));

    private static bool HoldsScriptUrl(string word) =>
        ScriptSchemes.Any(scheme => Occurs(word, scheme, IsScript))
        || Occurs(word, HtmlDocument, (_, rest) => rest.Length > 0 && rest[0] is ',' or ';');

    /// <summary>Between angle brackets a Markdown link's URL may hold blanks, so there the script may come with the next word.</summary>
    private static bool IsScript(char? before, string rest) => before is '<' || rest.Any(c => !ClosingPunctuation.Contains(c));

    private static bool Occurs(string word, string start, Func<char?, string, bool> isUrl)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            char? before = at > 0 ? word[at - 1] : null;
            var insideWord = before is { } letter && char.IsLetterOrDigit(letter);
            if (!insideWord && isUrl(before, word[(at + start.Length)..])) return true;
        }
        return false;

        int Find(int from) => word.IndexOf(start, from, StringComparison.OrdinalIgnoreCase);
    }
}
