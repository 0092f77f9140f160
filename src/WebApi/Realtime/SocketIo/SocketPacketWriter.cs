using System.Buffers;
using System.Text;
using System.Text.Json;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Encodes packets for clients. What is JSON it writes as it is told; bytes within become attachments.</summary>
internal sealed class SocketPacketWriter
{
    private readonly JsonSerializerOptions _json;
    private readonly JsonWriterOptions _writing;

    public SocketPacketWriter(JsonSerializerOptions json)
    {
        _json = new JsonSerializerOptions(json) { WriteIndented = false };
        _json.Converters.Insert(0, new AttachmentConverter<byte[]>(bytes => bytes));
        _json.Converters.Insert(0, new AttachmentConverter<ReadOnlyMemory<byte>>(bytes => bytes));
        _writing = new JsonWriterOptions { Encoder = json.Encoder };
    }

    /// <summary>Encodes an event with what belongs to it.</summary>
    /// <exception cref="ArgumentException">The protocol reserves the name.</exception>
    public EnginePacket[] Event(string name, object?[] values, string target, long? id)
    {
        if (EventNames.IsReserved(name)) throw new ArgumentException("The protocol reserves this name.", nameof(name));
        return Write(SocketPacketKind.Event, SocketPacketKind.BinaryEvent, (object?[])[name, .. values], target, id);
    }

    /// <summary>Encodes an acknowledgement.</summary>
    public EnginePacket[] Ack(object?[] values, string target, long id) => Write(SocketPacketKind.Ack, SocketPacketKind.BinaryAck, values, target, id);

    /// <summary>Encodes a packet whose payload, if it has one, holds no bytes.</summary>
    public EnginePacket Plain(SocketPacketKind kind, string target, object? payload) => Write(kind, kind, payload, target, id: null)[0];

    private EnginePacket[] Write(SocketPacketKind kind, SocketPacketKind binaryKind, object? payload, string target, long? id)
    {
        var body = new ArrayBufferWriter<byte>();
        List<EnginePacket> attachments = [];
        if (payload is not null)
        {
            using var writer = new Utf8JsonWriter(body, _writing);
            attachments = Attachments.Collect(() => JsonSerializer.Serialize(writer, payload, payload.GetType(), _json));
        }

        var head = Head(attachments.Count == 0 ? kind : binaryKind, attachments.Count, target, id);
        var text = new byte[Encoding.UTF8.GetByteCount(head) + body.WrittenCount];
        body.WrittenSpan.CopyTo(text.AsSpan(Encoding.UTF8.GetBytes(head, text)));
        return [new EnginePacket(text, IsBinary: false), .. attachments];
    }

    /// <summary>A namespace is named, with a comma behind it, unless it is the main one.</summary>
    private static string Head(SocketPacketKind kind, int attachments, string target, long? id) =>
        $"{(int)PacketKind.Message}{(int)kind}{(attachments > 0 ? $"{attachments}-" : "")}{(target == "/" ? "" : target + ",")}{id}";
}
