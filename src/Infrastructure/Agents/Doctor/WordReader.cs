using System.Text.RegularExpressions;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>
/// Cuts text into words and the punctuation that ends a clause. A word is made of letters, digits, and apostrophes or hyphens between
/// them; every other character only separates. As answers echo nothing but such words, no echo can become markup or a control character.
/// </summary>
internal static partial class WordReader
{
    /// <summary>The one word that ends a clause as a comma does.</summary>
    private const string But = "but";

    public static bool IsDelimiter(string token) => token == But || IsPunctuation(token);

    public static bool IsPunctuation(string token) => !char.IsLetterOrDigit(token[0]);

    /// <summary>Words in lower case, and punctuation marks, in reading order.</summary>
    public static IEnumerable<string> Tokens(string text) => TokenPattern().Matches(Fold(text)).Select(match => match.Value);

    public static string[] Words(string text) => [.. Tokens(text).Where(token => !IsPunctuation(token))];

    /// <summary>True for what a line can bring up as a word; a script's key words that are none could never be found.</summary>
    public static bool IsWord(string text) => text != But && Tokens(text).Take(2).SequenceEqual([text]) && !IsPunctuation(text);

    private static string Fold(string text) =>
        text.ToLowerInvariant().Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('\u02BC', '\'').Replace('\u2010', '-').Replace('\u2011', '-');

    [GeneratedRegex(@"[\p{L}\p{Nd}]+(?:['-][\p{L}\p{Nd}]+)*|[,.!?;:]", RegexOptions.CultureInvariant)]
    private static partial Regex TokenPattern();
}
