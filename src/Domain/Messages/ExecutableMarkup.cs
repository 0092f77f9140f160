using System.Net;

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
    private static readonly string[] ScriptSchemes = ["javascript:", "vbscript:"];

    public static bool IsIn(string text)
    {
        if (HasScriptUrl(text)) return true;
        for (var start = text.IndexOf('<'); start >= 0 && start + 1 < text.Length; start = text.IndexOf('<', start + 1))
        {
            if (char.IsAsciiLetter(text[start + 1]) && TagRuns(new HtmlTagReader(text, start + 1))) return true;
        }
        return false;
    }

    private static bool TagRuns(HtmlTagReader tag)
    {
        if (tag.Name.Equals("script", StringComparison.OrdinalIgnoreCase)) return true;
        while (tag.TryReadAttribute(out var name, out var value))
        {
            if (value is null) continue;
            if (name.Length > 2 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return true;
            if (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)) return true;
            if (IsScriptUrl(WebUtility.HtmlDecode(value))) return true;
        }
        return false;
    }

    /// <summary>Browsers ignore white space and control characters in front of a scheme and tabs and line ends inside it.</summary>
    private static bool IsScriptUrl(string url)
    {
        var plain = string.Concat(url.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        return ScriptSchemes.Any(scheme => plain.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            || plain.StartsWith("data:text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A URL outside any tag, which a Markdown link or an eager page may make clickable. A scheme followed by a blank is talk.</summary>
    private static bool HasScriptUrl(string text) =>
        ScriptSchemes.Any(scheme => Occurs(text, scheme, next => !char.IsWhiteSpace(next)))
        || Occurs(text, "data:text/html", next => next is ',' or ';');

    private static bool Occurs(string text, string start, Func<char, bool> isUrl)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + start.Length;
            var insideWord = at > 0 && char.IsLetterOrDigit(text[at - 1]);
            if (!insideWord && end < text.Length && isUrl(text[end])) return true;
        }
        return false;

        int Find(int from) => text.IndexOf(start, from, StringComparison.OrdinalIgnoreCase);
    }
}
