using System.Text;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// A packet on its way out, encoded once: the same bytes may be queued to any number of sessions. Text begins with the
/// packet's type; bytes have none.
/// </summary>
/// <param name="Data">As a WebSocket carries it. Not to be changed any more.</param>
/// <param name="IsBinary">Whether these are bytes and no text.</param>
internal readonly record struct EnginePacket(ReadOnlyMemory<byte> Data, bool IsBinary)
{
    /// <summary>Ends a session.</summary>
    public static readonly EnginePacket Close = new("1"u8.ToArray(), IsBinary: false);

    /// <summary>Asks for a sign of life.</summary>
    public static readonly EnginePacket Ping = new("2"u8.ToArray(), IsBinary: false);

    /// <summary>Answers the probe of an upgrade.</summary>
    public static readonly EnginePacket ProbePong = new("3probe"u8.ToArray(), IsBinary: false);

    /// <summary>Says nothing: ends a poll for which there is nothing else.</summary>
    public static readonly EnginePacket Noop = new("6"u8.ToArray(), IsBinary: false);

    /// <summary>A message of text.</summary>
    public static EnginePacket Text(string text) => new(Encoding.UTF8.GetBytes("4" + text), IsBinary: false);

    /// <summary>A message of bytes.</summary>
    public static EnginePacket Binary(ReadOnlyMemory<byte> data) => new(data, IsBinary: true);
}
