using System.Globalization;
using System.Text;

namespace Eliza.Domain.Media;

/// <summary>
/// A file's name: at most 255 bytes, as file systems take it, and nothing in it that a file system, a path or a header would
/// understand as anything else.
/// </summary>
public sealed record MediaName
{
    public const int MaxBytes = 255;

    private const char Instead = '_';
    private const string Nameless = "file";

    private MediaName(string value) => Value = value;

    public string Value { get; }

    /// <summary>What is left of a client's name for a file: its last part, with the type's ending if it has none.</summary>
    /// <param name="raw">As the client wrote it, perhaps with the path on its own machine; null when it gave none.</param>
    /// <param name="type">What the file is.</param>
    public static MediaName Of(string? raw, MediaType type)
    {
        var last = LastPartOf(raw);
        var own = Path.GetExtension(last);
        var (name, ending) = type.EndsIn(own) ? (last[..^own.Length], own) : (last, type.Ending);
        return new MediaName(Cut(Safe(name), MaxBytes - ending.Length) + ending);
    }

    /// <summary>For names that were made before: from the database.</summary>
    public static MediaName FromTrusted(string value) => new(value);

    /// <summary>Some clients send the whole path that the file has on their machine.</summary>
    internal static string LastPartOf(string? raw) => (raw ?? "").Split('/', '\\')[^1].Trim();

    public override string ToString() => Value;

    /// <summary>Points one behind the other would look like a way up, one in front hides a file.</summary>
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) safe.Append(IsSafe(rune) ? rune.ToString() : Instead);
        safe.Replace("..", "__");
        return safe.ToString().Trim(' ', '.') is { Length: > 0 } rest ? rest : Nameless;
    }

    private static bool IsSafe(Rune rune) =>
        rune != Rune.ReplacementChar && !"\"*:<>?|".EnumerateRunes().Contains(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>As many whole characters as fit.</summary>
    private static string Cut(string name, int maxBytes)
    {
        var (bytes, length) = (0, 0);
        foreach (var rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes) return name[..length];
            length += rune.Utf16SequenceLength;
        }
        return name;
    }
}
