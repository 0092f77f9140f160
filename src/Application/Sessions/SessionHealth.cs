namespace Eliza.Application.Sessions;

/// <summary>How the sessions fare.</summary>
/// <param name="Status">healthy: whoever reads this has reached them.</param>
/// <param name="ExpiringSoon">How many of the active ones are near their end.</param>
/// <param name="Uptime">Seconds since the server's start.</param>
public sealed record SessionHealth(string Status, long ActiveSessions, DateTimeOffset Timestamp, long ExpiringSoon, double Uptime);
