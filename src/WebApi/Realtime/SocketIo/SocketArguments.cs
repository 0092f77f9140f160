using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>
/// The arguments of an event or acknowledgement that a client sent: JSON values, in which binary data are placeholders
/// that <see cref="TryGetBinary"/> resolves. May be kept. Can be emitted again as an argument list.
/// </summary>
internal sealed class SocketArguments
{
    private readonly JsonElement[] _values;
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _attachments;

    /// <summary>Takes values whose placeholders, if there are attachments, are known to be valid.</summary>
    public SocketArguments(JsonElement[] values, IReadOnlyList<ReadOnlyMemory<byte>> attachments)
    {
        _values = values;
        _attachments = attachments;
    }

    /// <summary>How many there are; the event's name does not count.</summary>
    public int Count => _values.Length;

    /// <summary>The argument at a place from 0.</summary>
    public JsonElement this[int index] => _values[index];

    /// <summary>Says whether a value, an argument or one within, is binary data, and which.</summary>
    public bool TryGetBinary(JsonElement value, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (_attachments.Count == 0 || !Placeholder.Is(value)) return false;
        data = _attachments[Placeholder.NumberOf(value)!.Value];
        return true;
    }
}
