using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.WebApi.Responses;

/// <summary>What was done, told beside <c>success</c> and in <c>data</c>.</summary>
/// <param name="Value">An object with the fields to tell.</param>
/// <param name="Message">A line for people, or null.</param>
[JsonConverter(typeof(Converter))]
public sealed record DoneBody(object Value, string? Message)
{
    private sealed class Converter : JsonConverter<DoneBody>
    {
        public override DoneBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Answers are only written.");

        public override void Write(Utf8JsonWriter writer, DoneBody value, JsonSerializerOptions options)
        {
            var fields = JsonSerializer.SerializeToElement(value.Value, options);
            writer.WriteStartObject();
            WriteFields(writer, value, fields);
            writer.WriteStartObject("data");
            WriteFields(writer, value, fields);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        private static void WriteFields(Utf8JsonWriter writer, DoneBody value, JsonElement fields)
        {
            writer.WriteBoolean("success", true);
            if (value.Message is { } message) writer.WriteString("message", message);
            foreach (var field in fields.EnumerateObject()) field.WriteTo(writer);
        }
    }
}
