using Eliza.Application.Common;

namespace Eliza.Application.Health.GetHealth;

/// <summary>Whether the server can do its work. It is a failure (503) when one thing that it stands on does not.</summary>
public sealed record GetHealthQuery : IQuery<HealthReport>;

/// <param name="Status">OK.</param>
/// <param name="Timestamp">The server's time.</param>
/// <param name="Dependencies">What the server works with, each healthy, or degraded: it does without.</param>
/// <param name="Checks">The same, as the reference's published client has it.</param>
/// <param name="Uptime">How long it has been running, in seconds.</param>
public sealed record HealthReport(
    string Status,
    string Version,
    DateTimeOffset Timestamp,
    IReadOnlyDictionary<string, string> Dependencies,
    IReadOnlyDictionary<string, HealthCheck> Checks,
    double Uptime);

/// <param name="Status">pass, or warn for what is degraded.</param>
public sealed record HealthCheck(string Status);
