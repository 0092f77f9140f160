using System.Buffers;
using System.Buffers.Text;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>A packet from a client, of either transport.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Data">What follows the packet's type: text in UTF-8, or bytes.</param>
/// <param name="IsBinary">Whether these are bytes.</param>
internal readonly record struct IncomingPacket(PacketKind Kind, ReadOnlyMemory<byte> Data, bool IsBinary)
{
    /// <summary>Stands between the packets of a polling payload.</summary>
    public const byte Separator = 0x1e;

    /// <summary>What text that is no packet is read as.</summary>
    private static readonly IncomingPacket Invalid = new(PacketKind.Invalid, default, IsBinary: false);

    /// <summary>A binary message, as a WebSocket carries it.</summary>
    public static IncomingPacket Binary(ReadOnlyMemory<byte> data) => new(PacketKind.Message, data, IsBinary: true);

    /// <summary>Reads a packet of text. Bytes in Base64 are decoded in place, so the text is not to be read again.</summary>
    public static IncomingPacket Text(Memory<byte> text)
    {
        if (text.IsEmpty) return Invalid;
        var rest = text[1..];
        return text.Span[0] switch
        {
            (byte)'b' => Base64.DecodeFromUtf8InPlace(rest.Span, out var length) == OperationStatus.Done ? Binary(rest[..length]) : Invalid,
            >= (byte)'0' and <= (byte)'6' and var kind => new((PacketKind)(kind - '0'), rest, IsBinary: false),
            _ => Invalid,
        };
    }
}
