using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>What stands in JSON for binary data that is sent beside it: <c>{"_placeholder":true,"num":0}</c>.</summary>
internal static class Placeholder
{
    private const string Mark = "_placeholder";
    private const string Number = "num";

    public static bool Is(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Mark, out var mark) && mark.ValueKind == JsonValueKind.True;

    /// <summary>Which attachment it stands for, or null if it does not say so.</summary>
    public static int? NumberOf(JsonElement value) =>
        value.TryGetProperty(Number, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var found) ? found : null;

    public static void Write(Utf8JsonWriter writer, int number)
    {
        writer.WriteStartObject();
        writer.WriteBoolean(Mark, true);
        writer.WriteNumber(Number, number);
        writer.WriteEndObject();
    }

    /// <summary>Whether every placeholder in a value stands for one of so many attachments.</summary>
    public static bool AreValid(JsonElement value, int attachments) => value.ValueKind switch
    {
        JsonValueKind.Object when Is(value) => NumberOf(value) is { } number && number >= 0 && number < attachments,
        JsonValueKind.Object => value.EnumerateObject().All(property => AreValid(property.Value, attachments)),
        JsonValueKind.Array => value.EnumerateArray().All(item => AreValid(item, attachments)),
        _ => true,
    };
}
