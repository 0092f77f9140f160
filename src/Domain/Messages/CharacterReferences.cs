using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Eliza.Domain.Messages;

/// <summary>
/// Reads character references as browsers do (WHATWG HTML, 13.2.5.72): a number needs no semicolon. Of the names only
/// those are known that stand for a character of a script URL, or for one that browsers skip in it; no name stands for a letter.
/// </summary>
internal static partial class CharacterReferences
{
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["Tab"] = "\t",
        ["NewLine"] = "\n",
        ["colon"] = ":",
        ["semi"] = ";",
        ["comma"] = ",",
        ["sol"] = "/",
        ["plus"] = "+",
    };

    public static string Decode(string text) => text.Contains('&') ? Reference().Replace(text, Read) : text;

    private static string Read(Match reference) =>
        reference.Groups["name"] is { Success: true } name ? Named[name.Value]
        : reference.Groups["hex"] is { Success: true } hex ? Character(hex.Value, NumberStyles.AllowHexSpecifier)
        : Character(reference.Groups["decimal"].Value, NumberStyles.None);

    private static string Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) && Rune.IsValid(number)
            ? new Rune(number).ToString()
            : Rune.ReplacementChar.ToString();

    [GeneratedRegex("&(?:#(?:[xX](?<hex>[0-9A-Fa-f]+)|(?<decimal>[0-9]+));?|(?<name>Tab|NewLine|colon|semi|comma|sol|plus);)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
