using System.Text;
using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Reads the text of a packet: kind, attachments, namespace, number and JSON, of which most may be missing.</summary>
internal static class SocketPacketReader
{
    /// <summary>The longest name of a namespace, in bytes.</summary>
    private const int MaxNamespace = 256;

    /// <summary>As many digits as surely fit the numbers of both sides.</summary>
    private const int MaxDigits = 15;

    private const string MainNamespace = "/";

    /// <summary>Reads a packet from valid UTF-8. Returns null if it is none, or beyond a bound.</summary>
    public static SocketPacket? Read(ReadOnlySpan<byte> text, SocketOptions options)
    {
        if (text.IsEmpty || text[0] is < (byte)'0' or > (byte)'6') return null;
        var kind = (SocketPacketKind)(text[0] - '0');
        text = text[1..];

        long attachments = 0;
        if (kind is SocketPacketKind.BinaryEvent or SocketPacketKind.BinaryAck)
        {
            if (TakeNumber(ref text) is not { } count || count > options.MaxAttachments || text is not [(byte)'-', ..]) return null;
            attachments = count;
            text = text[1..];
        }

        if (TakeNamespace(ref text) is not { } name) return null;
        var id = TakeNumber(ref text);
        var data = default(JsonElement);
        if (!text.IsEmpty && !JsonText.TryParse(text, options.MaxJsonDepth, out data)) return null;

        var packet = new SocketPacket(kind, name, id, (int)attachments, data);
        return IsValid(packet) ? packet : null;
    }

    private static bool IsValid(SocketPacket packet) => packet.Kind switch
    {
        SocketPacketKind.Connect => packet.Data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object,
        SocketPacketKind.Disconnect => packet.Data.ValueKind == JsonValueKind.Undefined,
        SocketPacketKind.Event or SocketPacketKind.BinaryEvent =>
            packet.Data.ValueKind == JsonValueKind.Array && packet.Data.GetArrayLength() > 0 && EventNames.Of(packet.Data[0]) is not null,
        SocketPacketKind.Ack or SocketPacketKind.BinaryAck => packet.Id is not null && packet.Data.ValueKind == JsonValueKind.Array,
        _ => false,
    };

    private static string? TakeNamespace(ref ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'/', ..]) return MainNamespace;
        var end = text.IndexOf((byte)',');
        var name = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return name.Length <= MaxNamespace ? Encoding.UTF8.GetString(name) : null;
    }

    /// <summary>Takes a number, if there is one of not too many digits; what is left of a longer one is no JSON.</summary>
    private static long? TakeNumber(ref ReadOnlySpan<byte> text)
    {
        var length = 0;
        long number = 0;
        while (length < text.Length && length < MaxDigits && text[length] is >= (byte)'0' and <= (byte)'9') number = (number * 10) + (text[length++] - '0');
        if (length == 0) return null;
        text = text[length..];
        return number;
    }
}
