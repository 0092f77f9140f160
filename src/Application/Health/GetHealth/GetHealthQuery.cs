using Eliza.Application.Common;

namespace Eliza.Application.Health.GetHealth;

/// <summary>Whether the server can do its work. It is a failure (503) when one thing that it stands on does not.</summary>
public sealed record GetHealthQuery : IQuery<HealthReport>;

/// <param name="Status">OK.</param>
/// <param name="Timestamp">The server's time.</param>
/// <param name="Dependencies">What the server stands on, each healthy.</param>
public sealed record HealthReport(string Status, string Version, DateTimeOffset Timestamp, IReadOnlyDictionary<string, string> Dependencies);
