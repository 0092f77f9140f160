using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Puts the packets of one connection together from its messages: a text, and the attachments that it announces.</summary>
internal sealed class SocketDecoder(SocketOptions options, int maxBytes)
{
    private readonly List<ReadOnlyMemory<byte>> _attachments = [];
    private SocketPacket? _incomplete;
    private int _bytes;

    /// <summary>
    /// Takes a message. Returns false if it does not belong here; else there is a packet, or null if attachments are missing yet.
    /// </summary>
    public bool TryTake(EngineMessage message, out SocketPacket? packet)
    {
        packet = null;
        return message.IsBinary ? TryTakeAttachment(message.Data, ref packet) : TryTakeText(message.Data, ref packet);
    }

    private bool TryTakeText(ReadOnlyMemory<byte> text, ref SocketPacket? packet)
    {
        if (_incomplete is not null || SocketPacketReader.Read(text.Span, options) is not { } read) return false;
        if (read.Kind is SocketPacketKind.BinaryEvent or SocketPacketKind.BinaryAck && !Placeholder.AreValid(read.Data, read.AttachmentCount)) return false;
        if (read.AttachmentCount == 0) packet = read;
        else (_incomplete, _bytes) = (read, text.Length);
        return true;
    }

    private bool TryTakeAttachment(ReadOnlyMemory<byte> data, ref SocketPacket? packet)
    {
        _bytes += data.Length;
        if (_incomplete is null || _bytes > maxBytes) return false;
        _attachments.Add(data.ToArray());
        if (_attachments.Count < _incomplete.AttachmentCount) return true;

        packet = _incomplete with { Attachments = [.. _attachments] };
        _incomplete = null;
        _attachments.Clear();
        return true;
    }
}
