using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>The saved form of a state. What is at its initial value is left out.</summary>
internal static class DoctorStateJson
{
    private const string Limit = "limit";
    private const string Rotations = "rotations";
    private const string Memories = "memories";

    /// <summary>Other scripts stay readable, and a third of the length that escapes would take.</summary>
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(DoctorState state)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber(Limit, state.Limit);
            if (!state.Rotations.IsEmpty) WriteRotations(writer, state.Rotations);
            if (!state.Memories.IsEmpty) WriteMemories(writer, state.Memories);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static DoctorState Read(string? json)
    {
        if (string.IsNullOrEmpty(json)) return DoctorState.Initial;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return new DoctorState(ReadLimit(root), ReadRotations(root), ReadMemories(root));
        }
        // The last two are how .NET reports text that is no Unicode, and properties asked of something that has none.
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return DoctorState.Initial;
        }
    }

    private static void WriteRotations(Utf8JsonWriter writer, ImmutableSortedDictionary<string, int> rotations)
    {
        writer.WriteStartObject(Rotations);
        foreach (var (key, value) in rotations) writer.WriteNumber(key, value);
        writer.WriteEndObject();
    }

    private static void WriteMemories(Utf8JsonWriter writer, ImmutableList<string> memories)
    {
        writer.WriteStartArray(Memories);
        foreach (var memory in memories) writer.WriteStringValue(memory);
        writer.WriteEndArray();
    }

    private static int ReadLimit(JsonElement root) =>
        root.TryGetProperty(Limit, out var saved) && IsCount(saved, out var limit) && limit <= DoctorState.LastOfCycle
            ? limit
            : DoctorState.Initial.Limit;

    private static ImmutableSortedDictionary<string, int> ReadRotations(JsonElement root)
    {
        var rotations = DoctorState.NoRotations.ToBuilder();
        if (!root.TryGetProperty(Rotations, out var saved) || saved.ValueKind != JsonValueKind.Object) return rotations.ToImmutable();
        foreach (var property in saved.EnumerateObject())
        {
            if (IsCount(property.Value, out var next)) rotations[property.Name] = next;
        }
        return rotations.ToImmutable();
    }

    private static ImmutableList<string> ReadMemories(JsonElement root)
    {
        if (!root.TryGetProperty(Memories, out var saved) || saved.ValueKind != JsonValueKind.Array) return [];
        return [.. saved.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!)
            .Where(IsRemark)
            .TakeLast(DoctorState.MaxMemories)];
    }

    private static bool IsCount(JsonElement element, out int count)
    {
        count = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out count) && count > 0;
    }

    /// <summary>A memory is answered as it stands, so one that no script could have made is left behind.</summary>
    private static bool IsRemark(string text) =>
        text.Length <= DoctorState.MaxMemoryLength && text.Any(char.IsLetterOrDigit) && !text.Any(char.IsControl);
}
