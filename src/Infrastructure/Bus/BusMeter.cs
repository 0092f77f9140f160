using System.Diagnostics.Metrics;

namespace Eliza.Infrastructure.Bus;

/// <summary>What goes over the bus, for who measures the server.</summary>
internal static class BusMeter
{
    public const string Name = "Eliza.Bus";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<int> PublishedHints = Meter.CreateCounter<int>(
        "eliza.bus.published", "{hint}", "Hints that the broker took to tell other nodes.");

    private static readonly Counter<int> ReceivedHints = Meter.CreateCounter<int>("eliza.bus.received", "{hint}", "Hints of other nodes that were heard here.");

    private static readonly Counter<int> DroppedHints = Meter.CreateCounter<int>(
        "eliza.bus.dropped", "{hint}", "Hints that were not told: the broker was away, too slow, or refused them.");

    private static readonly Counter<int> Reconnections = Meter.CreateCounter<int>(
        "eliza.bus.reconnects", "{connection}", "Connections to the broker but for the first.");

    public static void Published(int hints) => PublishedHints.Add(hints);

    public static void Received(int hints) => ReceivedHints.Add(hints);

    public static void Dropped(int hints) => DroppedHints.Add(hints);

    public static void Reconnected() => Reconnections.Add(1);
}
