using System.Text.Json;

namespace Eliza.FunctionalTests.Contract.Hostile;

/// <summary>JSON values in the place of what a field should hold.</summary>
internal static class HostileValues
{
    public static readonly HostileInputs<string> All = new(
    [
        new("value null", "null"), new("value true", "true"), new("value false", "false"), new("value 0", "0"), new("value -0", "-0"), new("value 1", "1"), new("value -1", "-1"), new("value 1.5", "1.5"), new("value 1e400", "1e400"), new("value -1e400", "-1e400"),
        new("value 1e-400", "1e-400"), new("value 1E5", "1E5"), new("value beyond int", "2147483648"), new("value beyond long", "9223372036854775808"), new("value below long", "-9223372036854775809"), new("value of 20 digits", "12345678901234567890"),
        new("value of 400 digits", new string('9', 400)), new("value of 400 decimals", "0." + new string('9', 400)), new("value []", "[]"), new("value [null]", "[null]"), new("value [[]]", "[[]]"), new("value [{}]", "[{}]"), new("value [0]", "[0]"),
        new("value of a list of texts", "[\"a\",\"b\"]"), new("value of nested lists", "[[[[[[[[1]]]]]]]]"), new("value of a list of 1001", $"[{string.Join(',', Enumerable.Repeat("null", 1001))}]"), new("value of a list of 5000 objects", $"[{string.Join(',', Enumerable.Repeat("{}", 5000))}]"),
        new("value {}", "{}"), new("value {\"\":0}", "{\"\":0}"), new("value of an object", "{\"id\":\"x\"}"), new("value of nested objects", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}"), new("value of 1000 fields", $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => $"\"f{i}\":{i}"))}}}"),
        new("value \"\"", "\"\""), new("value \"text\"", "\"text\""), new("value \"1\"", "\"1\""), new("value \"true\"", "\"true\""), new("value \"[]\"", "\"[]\""), new("value \"{}\"", "\"{}\""),
    ]);

    /// <summary>Whether a field of the type could hold such a value, and it may so be right.</summary>
    public static bool MayFit(Type type, string value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        using var json = JsonDocument.Parse(value);
        return json.RootElement.ValueKind switch
        {
            JsonValueKind.Null => true,
            _ when type == typeof(JsonElement) => true,
            JsonValueKind.True or JsonValueKind.False => type == typeof(bool),
            JsonValueKind.Number => type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal),
            JsonValueKind.String => type == typeof(string),
            JsonValueKind.Array => type.IsGenericType || type.IsArray,
            _ => type.IsClass && type != typeof(string) && !type.IsGenericType && !type.IsArray,
        };
    }

    /// <summary>Whether a field that may stand in a string could hold what stands in this one.</summary>
    public static bool MayFitQuoted(Type type, string value) => value is "\"1\"" or "\"true\"" && MayFit(type, value.Trim('"'));
}
