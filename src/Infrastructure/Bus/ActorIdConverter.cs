using System.Text.Json;
using System.Text.Json.Serialization;
using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Bus;

/// <summary>The id of a person or an agent, as its text.</summary>
internal sealed class ActorIdConverter : JsonConverter<ActorId>
{
    /// <summary>Null is no id, in lists neither.</summary>
    public override bool HandleNull => true;

    public override ActorId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ActorId.Create(reader.GetString()) is { IsSuccess: true } id ? id.Value : throw new JsonException("Not the id of an actor");

    public override void Write(Utf8JsonWriter writer, ActorId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
