using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>What a Socket.IO server grants its clients. Set before the server is made and not changed afterwards.</summary>
internal sealed class SocketOptions
{
    /// <summary>How long a client may be connected before it has joined a namespace, and after it has left the last one.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>The most binary attachments of one packet from a client.</summary>
    public int MaxAttachments { get; set; } = 10;

    /// <summary>The deepest nesting of JSON from a client.</summary>
    public int MaxJsonDepth { get; set; } = 32;

    /// <summary>The most namespaces that one connection may have joined at a time.</summary>
    public int MaxNamespacesPerConnection { get; set; } = 10;

    /// <summary>How often one connection may be refused a namespace. With the last refusal it is closed.</summary>
    public int MaxRefusedConnects { get; set; } = 10;

    /// <summary>The most packets of one connection that nobody waits for, such as acknowledgements not asked for. One more, and it is closed.</summary>
    public int MaxUnexpectedPackets { get; set; } = 100;

    /// <summary>The most rooms that one socket may be in at a time.</summary>
    public int MaxRoomsPerSocket { get; set; } = 1_000;

    /// <summary>The most acknowledgements that may be awaited from one socket at a time.</summary>
    public int MaxPendingAcks { get; set; } = 1_000;

    /// <summary>How the arguments of events are written as JSON.</summary>
    public JsonSerializerOptions Json { get; set; } = JsonSerializerOptions.Web;
}
