using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Application.Common;

/// <summary>JSON that was checked when it came in and goes out as it is, without being parsed again.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct RawJson(string Text)
{
    private sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader).GetRawText());

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
