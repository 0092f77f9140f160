using System.Globalization;
using System.Text.Json;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>
/// Holds JSON to a schema, as far as our document uses the language of schemas; and beyond it: a field that the schema does
/// not name is a fault too, because nobody would know of it.
/// </summary>
internal sealed class SchemaCheck(ApiDescription api)
{
    /// <summary>What is wrong, each with its place; nothing when all is right.</summary>
    public IReadOnlyList<string> Faults(JsonElement value, JsonElement schema) =>
        [.. FaultsOf(value, schema, "$"), .. Undocumented(value, schema, "$")];

    private IEnumerable<string> FaultsOf(JsonElement value, JsonElement reference, string path)
    {
        var schema = api.Resolve(reference);
        if (schema.TryGetProperty("allOf", out var all))
            foreach (var fault in all.EnumerateArray().SelectMany(part => FaultsOf(value, part, path))) yield return fault;
        if (schema.TryGetProperty("oneOf", out var one) && one.EnumerateArray().Count(part => !FaultsOf(value, part, path).Any()) != 1)
            yield return $"{path} is not one of what it may be: {value}";
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => IsOf(name, value)))
        {
            yield return $"{path} is no {type}: {value}";
            yield break;
        }
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(allowed => allowed.GetRawText() == value.GetRawText()))
            yield return $"{path} is none of {values}: {value}";
        if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
            yield return $"{path} is not {constant}: {value}";
        if (schema.TryGetProperty("format", out var format) && value.ValueKind is JsonValueKind.String && !HasFormat(format.GetString()!, value.GetString()!))
            yield return $"{path} is no {format}: {value}";
        foreach (var fault in FaultsOfParts(value, schema, path)) yield return fault;
    }

    private IEnumerable<string> FaultsOfParts(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            return value.EnumerateArray().Index().SelectMany(item => FaultsOf(item.Item, items, $"{path}[{item.Index}]"));
        if (value.ValueKind is not JsonValueKind.Object) return [];

        var missing = schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}.{name} is missing")
            : [];
        var fields = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Where(field => value.TryGetProperty(field.Name, out _)).SelectMany(field => FaultsOf(value.GetProperty(field.Name), field.Value, $"{path}.{field.Name}"))
            : [];
        var others = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind is JsonValueKind.Object
            ? value.EnumerateObject().SelectMany(field => FaultsOf(field.Value, additional, $"{path}.{field.Name}"))
            : [];
        return missing.Concat(fields).Concat(others);
    }

    private IEnumerable<string> Undocumented(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind is JsonValueKind.Array)
            return Parts(schema).Where(part => part.TryGetProperty("items", out _))
                .SelectMany(part => value.EnumerateArray().Index().SelectMany(item => Undocumented(item.Item, part.GetProperty("items"), $"{path}[{item.Index}]")));
        if (value.ValueKind is not JsonValueKind.Object) return [];

        var known = Parts(schema).Where(part => part.TryGetProperty("properties", out _)).SelectMany(part => part.GetProperty("properties").EnumerateObject()).ToLookup(field => field.Name, field => field.Value);
        if (known.Count == 0) return [];
        var takesOthers = Parts(schema).Any(part => part.TryGetProperty("additionalProperties", out _));
        return value.EnumerateObject().SelectMany(field => known.Contains(field.Name)
            ? known[field.Name].SelectMany(part => Undocumented(field.Value, part, $"{path}.{field.Name}"))
            : takesOthers ? [] : [$"{path}.{field.Name} is not in the document"]);
    }

    /// <summary>All that applies at once: the schema and what it is made of.</summary>
    private IEnumerable<JsonElement> Parts(JsonElement reference)
    {
        var schema = api.Resolve(reference);
        yield return schema;
        foreach (var kind in new[] { "allOf", "oneOf" })
            if (schema.TryGetProperty(kind, out var parts))
                foreach (var part in parts.EnumerateArray().SelectMany(Parts)) yield return part;
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind is JsonValueKind.String,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind is JsonValueKind.Number,
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => throw new NotSupportedException(type),
    };

    private static bool HasFormat(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => throw new NotSupportedException(format),
    };
}
