using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Collects the bytes that are met while JSON is written, which is one thread's work and cannot be handed a place to put them.</summary>
internal static class Attachments
{
    [ThreadStatic]
    private static List<EnginePacket>? _collected;

    /// <summary>Returns what is added while something is written, in order.</summary>
    public static List<EnginePacket> Collect(Action write)
    {
        List<EnginePacket> collected = [];
        _collected = collected;
        try
        {
            write();
        }
        finally
        {
            _collected = null;
        }
        return collected;
    }

    /// <summary>Adds bytes, and returns their number.</summary>
    public static int Add(ReadOnlyMemory<byte> bytes)
    {
        _collected!.Add(EnginePacket.Binary(bytes));
        return _collected.Count - 1;
    }
}
