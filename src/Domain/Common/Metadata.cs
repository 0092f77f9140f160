using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Eliza.Domain.Common;

/// <summary>
/// Data of the client's own, kept and given back as it came: a JSON object of at most 16 KB as UTF-8 JSON, with keys
/// from <c>[A-Za-z0-9_-]+</c> at every level and at most 5 levels, the object itself being the first.
/// </summary>
public sealed partial record Metadata
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Metadata(string json) => Json = json;

    public static Metadata Empty { get; } = new("{}");

    /// <summary>The object as compact JSON.</summary>
    public string Json { get; }

    public static Result<Metadata> Create(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Object) return Error.Rule("Metadata.NotAnObject", "must be a JSON object");
        if (JsonRules.Broken(element, plainKeys: true) is { } rule) return Error.Rule("Metadata.Invalid", rule);
        var json = Write(element);
        return ByteCount(json) > JsonRules.MaxBytes ? Error.Rule("Metadata.TooLarge", "must be at most 16 KB of JSON") : new Metadata(json);
    }

    /// <summary>For metadata that was checked before: from the database.</summary>
    public static Metadata FromTrusted(string json) => json.Length == 2 ? Empty : new Metadata(json);

    /// <summary>Whether one of the object's own fields says <c>true</c>.</summary>
    public bool Flag(string key)
    {
        if (Json.Length == 2) return false;
        using var document = JsonDocument.Parse(Json);
        return document.RootElement.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.True;
    }

    /// <summary>The same data with one text field set. The field is ours, so the size may pass the limit by its length.</summary>
    public Metadata With(string key, string value) => With(key, JsonSerializer.SerializeToElement(value));

    /// <summary>The same with a list of texts, to be told and not stored.</summary>
    public Metadata With(string key, IReadOnlyCollection<string> values) => With(key, JsonSerializer.SerializeToElement(values));

    /// <summary>The same data without one of the object's own fields.</summary>
    public Metadata Without(string key)
    {
        var fields = Fields();
        return fields.Remove(key) ? FromTrusted(Write(fields)) : this;
    }

    private Metadata With(string key, JsonElement value)
    {
        var fields = Fields();
        fields[key] = value;
        return new Metadata(Write(fields));
    }

    private Dictionary<string, JsonElement> Fields() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Json)!;

    /// <summary>.NET escapes emoji, ideographic spaces and more, whatever the encoder, which would take up to three times their bytes of the limit.</summary>
    private static string Write<T>(T value) => Escape().Replace(
        JsonSerializer.Serialize(value, Compact),
        escape => escape.Groups["unit"] is { Success: true } digits && Unit(digits) is >= ' ' and var unit ? $"{unit}" : escape.Value);

    private static char Unit(Group digits) => (char)Convert.ToUInt16(digits.Value, 16);

    // Each escape is read whole, so that the second half of an escaped backslash begins none.
    [GeneratedRegex(@"\\(?:u(?<unit>[0-9A-F]{4})|.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Escape();

    private static int ByteCount(string json) => System.Text.Encoding.UTF8.GetByteCount(json);
}
