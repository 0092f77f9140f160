using System.Diagnostics.Metrics;

namespace Eliza.WebApi.Realtime.Listening;

/// <summary>Who is connected, for who measures the server.</summary>
internal static class ListenerMeter
{
    public const string Name = "Eliza.Realtime";

    private static readonly Meter Meter = new(Name);

    private static readonly UpDownCounter<long> Listeners = Meter.CreateUpDownCounter<long>(
        "eliza.listeners", "{listener}", "Sockets and event streams that are open.");

    public static void Came(ListenerKind kind) => Listeners.Add(1, Tag(kind));

    public static void Left(ListenerKind kind) => Listeners.Add(-1, Tag(kind));

    private static KeyValuePair<string, object?> Tag(ListenerKind kind) => new("eliza.listener.kind", kind is ListenerKind.Socket ? "socket" : "stream");
}
