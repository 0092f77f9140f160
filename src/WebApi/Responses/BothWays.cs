using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.WebApi.Responses;

/// <summary>
/// An object under its name and, beside that, its own fields: <c>{"channel": {"id": …}, "id": …}</c>. Some of the
/// reference's documents wrap an object that its published clients read bare; this answers both.
/// </summary>
[JsonConverter(typeof(BothWaysConverter<BothWays>))]
public record BothWays(string Name, object Value)
{
    /// <summary>A second name of the object; null for none.</summary>
    public string? Also { get; init; }
}

/// <summary>The same for a whole answer: <c>{"success": true, "data": {"pong": true}, "pong": true}</c>.</summary>
[JsonConverter(typeof(BothWaysConverter<BothWaysBody>))]
public sealed record BothWaysBody(object Value) : BothWays("data", Value);

internal sealed class BothWaysConverter<T> : JsonConverter<T> where T : BothWays
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only written.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var element = JsonSerializer.SerializeToElement(value.Value, options);
        writer.WriteStartObject();
        if (value is BothWaysBody) writer.WriteBoolean("success", true);
        writer.WritePropertyName(value.Name);
        element.WriteTo(writer);
        if (value.Also is { } also)
        {
            writer.WritePropertyName(also);
            element.WriteTo(writer);
        }
        foreach (var field in element.EnumerateObject()) field.WriteTo(writer);
        writer.WriteEndObject();
    }
}
