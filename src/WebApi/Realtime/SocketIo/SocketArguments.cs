using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// The arguments of an event or acknowledgement that a client sent: JSON values, in which binary data are placeholders that
/// <see cref="TryGetBinary"/> resolves. May be kept.
/// </summary>
/// <param name="values">If there are attachments, every placeholder in these is one of them.</param>
/// <param name="attachments">The binary data.</param>
internal sealed class SocketArguments(JsonElement[] values, IReadOnlyList<ReadOnlyMemory<byte>> attachments)
{
    /// <summary>How many there are; the event's name does not count.</summary>
    public int Count => values.Length;

    /// <summary>The argument at a place from 0.</summary>
    public JsonElement this[int index] => values[index];

    /// <summary>Says whether a value, an argument or one within, is binary data, and which.</summary>
    public bool TryGetBinary(JsonElement value, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (attachments.Count == 0 || !Placeholder.Is(value)) return false;
        data = attachments[Placeholder.NumberOf(value)!.Value];
        return true;
    }

    /// <summary>The same as values that can be emitted, with the binary data in their places.</summary>
    public object?[] ToValues() => [.. values.Select(Resolve)];

    private object Resolve(JsonElement value) => value.ValueKind switch
    {
        _ when attachments.Count == 0 => value,
        JsonValueKind.Array => value.EnumerateArray().Select(Resolve).ToArray(),
        JsonValueKind.Object when TryGetBinary(value, out var data) => data,
        JsonValueKind.Object => value.EnumerateObject()
            .DistinctBy(property => property.Name)
            .ToDictionary(property => property.Name, property => Resolve(property.Value)),
        _ => value,
    };
}
