namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>The packets that wait for one client, bounded in number and bytes. Not safe for use by two threads at a time.</summary>
internal sealed class OutgoingQueue(int maxPackets, int maxBytes)
{
    /// <summary>More room than this is given back once the queue is empty.</summary>
    private const int KeptCapacity = 32;

    private readonly Queue<EnginePacket> _packets = new();
    private long _bytes;

    public bool IsEmpty => _packets.Count == 0;

    /// <summary>Whether it is half full, by number or by bytes.</summary>
    public bool IsHalfFull => _packets.Count > maxPackets / 2 || _bytes > maxBytes / 2;

    /// <summary>Adds all of the packets or, if they go beyond a bound, none.</summary>
    public bool TryAdd(ReadOnlySpan<EnginePacket> packets)
    {
        var bytes = _bytes;
        foreach (var packet in packets) bytes += packet.Data.Length;
        if (_packets.Count + packets.Length > maxPackets || bytes > maxBytes) return false;

        foreach (var packet in packets) _packets.Enqueue(packet);
        _bytes = bytes;
        return true;
    }

    public bool TryTake(out EnginePacket packet)
    {
        if (!_packets.TryDequeue(out packet)) return false;
        _bytes -= packet.Data.Length;
        if (_packets.Count == 0) GiveBack();
        return true;
    }

    public List<EnginePacket> TakeAll()
    {
        List<EnginePacket> all = [.. _packets];
        Clear();
        return all;
    }

    public void Clear()
    {
        _packets.Clear();
        _bytes = 0;
        GiveBack();
    }

    private void GiveBack()
    {
        if (_packets.Capacity > KeptCapacity) _packets.TrimExcess();
    }
}
