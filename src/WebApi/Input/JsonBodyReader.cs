using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Input;

/// <summary>
/// Makes a request of a JSON object. Each field may be spelled in camelCase or snake_case, unknown fields are passed over
/// (unless the request keeps them, in a property marked <see cref="JsonExtensionDataAttribute"/>),
/// and a field of the wrong type is noted and left out, so that all that is wrong can be told at once.
/// </summary>
internal sealed class JsonBodyReader(RequestInput input, FieldSpellings spellings)
{
    /// <summary>
    /// More than any list of ours may hold. What is noted of each item takes many times the item's own size, so without a
    /// limit a body of a megabyte could cost a thousand.
    /// </summary>
    private const int MaxItems = 1000;

    /// <summary>Whether a field may stand there under two of its names if it says the same, as the reference's clients send it over sockets.</summary>
    public bool AllowsSameTwice { get; init; }

    public object Read(JsonElement body, Type type) => ReadObject(body, type, path: "", spelling: "");

    private object ReadObject(JsonElement element, Type type, string path, string spelling)
    {
        var shape = BodyShape.Of(type);
        foreach (var field in shape.Fields) spellings.Set(path + field.Name, spelling + field.DocumentedName);

        var request = Activator.CreateInstance(type)!;
        var seen = new Dictionary<string, JsonElement>();
        var others = shape.Others is null ? null : new Dictionary<string, JsonElement>();
        foreach (var sent in element.EnumerateObject())
        {
            if (shape.Find(sent.Name) is not { } field)
            {
                others?.TryAdd(sent.Name, sent.Value.Clone());
                continue;
            }
            var fieldPath = path + field.Name;
            spellings.Set(fieldPath, spelling + sent.Name);
            if (seen.TryGetValue(field.Name, out var before) && AllowsSameTwice && JsonElement.DeepEquals(before, sent.Value)) continue;
            if (!seen.TryAdd(field.Name, sent.Value)) input.Add(FieldFailure.Breaks(fieldPath, "is given more than once"));
            else if (field.IsAlsoQuoted && Unquoted(sent.Value, field.Value.Type) is { } unquoted) field.Set(request, unquoted);
            else field.Set(request, ReadValue(sent.Value, field.Value, fieldPath, spelling + sent.Name));
        }
        shape.Others?.SetValue(request, others);
        return request;
    }

    private object? ReadValue(JsonElement value, ValueShape shape, string path, string spelling)
    {
        var type = shape.Type;
        if (value.ValueKind is JsonValueKind.Null) return null;
        if (type == typeof(JsonElement)) return value.Clone();
        if (type == typeof(string)) return value.ValueKind is JsonValueKind.String ? value.GetString() : Wrong(path, "must be a string");
        if (type == typeof(bool)) return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : Wrong(path, "must be true or false");
        if (type == typeof(long)) return value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : Wrong(path, "must be a whole number");
        if (type == typeof(int)) return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var small) ? small : Wrong(path, "must be a whole number");
        if (type == typeof(double)) return value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var real) && double.IsFinite(real) ? real : Wrong(path, "must be a number");
        if (shape.Item is { } item) return ReadList(value, item, path, spelling);
        return value.ValueKind is JsonValueKind.Object ? ReadObject(value, type, path + ".", spelling + ".") : Wrong(path, "must be an object");
    }

    /// <summary>What stands in a string; null when that is nothing of the field's type, or it is no string.</summary>
    private static object? Unquoted(JsonElement value, Type type)
    {
        if (value.ValueKind is not JsonValueKind.String) return null;
        var text = value.GetString();
        if (type == typeof(bool)) return bool.TryParse(text, out var truth) ? truth : null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null;
    }

    private object? ReadList(JsonElement value, ValueShape item, string path, string spelling)
    {
        if (value.ValueKind is not JsonValueKind.Array) return Wrong(path, "must be a list");
        if (value.GetArrayLength() > MaxItems) return Wrong(path, $"must hold at most {MaxItems} items");
        var items = Array.CreateInstance(item.Declared, value.GetArrayLength());
        for (var index = 0; index < items.Length; index++)
        {
            spellings.Set($"{path}[{index}]", $"{spelling}[{index}]");
            items.SetValue(ReadValue(value[index], item, $"{path}[{index}]", $"{spelling}[{index}]"), index);
        }
        return items;
    }

    private object? Wrong(string path, string rule)
    {
        input.Add(FieldFailure.Breaks(path, rule));
        return null;
    }
}
