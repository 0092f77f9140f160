using System.Text.Json;

namespace Eliza.Domain.Common;

/// <summary>What free-form JSON that we keep must keep to, whatever it says.</summary>
internal static class JsonRules
{
    public const int MaxBytes = 16 * 1024;
    public const int MaxLevels = 5;

    private const string KeyRule = "must have keys of letters, digits, hyphens and underscores only";

    /// <summary>The rule that <paramref name="element"/> breaks, worded to follow a field's name, or null. The root is level 1.</summary>
    public static string? Broken(JsonElement element, bool plainKeys, int level = 1) => element.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when level > MaxLevels => $"must be at most {MaxLevels} levels deep",
        JsonValueKind.Object => BrokenProperties(element, plainKeys, level),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Broken(item, plainKeys, level + 1)).FirstOrDefault(rule => rule is not null),
        JsonValueKind.Number => element.TryGetDouble(out var number) && double.IsFinite(number) ? null : "must not contain a number out of range",
        JsonValueKind.String => TryReadString(element, out _) ? null : "must not contain unpaired surrogates",
        _ => null,
    };

    private static string? BrokenProperties(JsonElement element, bool plainKeys, int level)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!TryReadName(property, out var name)) return "must not contain unpaired surrogates";
            if (plainKeys && !IsPlainKey(name)) return KeyRule;
            if (Broken(property.Value, plainKeys, level + 1) is { } rule) return rule;
        }
        return null;
    }

    private static bool IsPlainKey(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>JSON may spell half a surrogate pair as an escape; .NET notices only when the text is read.</summary>
    private static bool TryReadString(JsonElement element, out string text) => TryRead(element, static read => read.GetString()!, out text);

    private static bool TryReadName(JsonProperty property, out string name) => TryRead(property, static read => read.Name, out name);

    private static bool TryRead<T>(T source, Func<T, string> read, out string text)
    {
        try
        {
            text = read(source);
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }
}
