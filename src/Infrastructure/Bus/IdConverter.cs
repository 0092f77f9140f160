using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.Infrastructure.Bus;

/// <summary>An id that is a UUID, as its text.</summary>
/// <param name="parse">Reads it; null when it is none.</param>
internal sealed class IdConverter<T>(Func<string?, T?> parse) : JsonConverter<T> where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        parse(reader.GetString()) ?? throw new JsonException($"Not a {typeToConvert.Name}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
