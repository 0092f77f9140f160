using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Writes a placeholder where a value holds bytes, and puts these among the <see cref="Attachments"/>.</summary>
internal sealed class AttachmentConverter<T>(Func<T, ReadOnlyMemory<byte>> bytes) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("What clients send is read as it is.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => Placeholder.Write(writer, Attachments.Add(bytes(value)));
}
