using System.Diagnostics.Metrics;

namespace Eliza.Application.Sessions;

/// <summary>How sessions come and go, for who measures the server. How many there are, only the database knows.</summary>
internal static class SessionMeter
{
    public const string Name = "Eliza.Sessions";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> OpenedSessions = Meter.CreateCounter<long>("eliza.sessions.opened", "{session}", "Sessions that began.");

    private static readonly Counter<long> EndedSessions = Meter.CreateCounter<long>("eliza.sessions.ended", "{session}", "Sessions that are over.");

    public static void Opened() => OpenedSessions.Add(1);

    public static void Expired() => Ended("expired");

    public static void Deleted() => Ended("deleted");

    private static void Ended(string how) => EndedSessions.Add(1, new KeyValuePair<string, object?>("eliza.outcome", how));
}
