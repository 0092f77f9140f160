using Eliza.Application.Common;

namespace Eliza.Application.Health.GetReadiness;

/// <summary>Whether requests should be sent to this server. It is a failure (503) when it cannot do its work, or is about to stop.</summary>
public sealed record GetReadinessQuery : IQuery<ReadinessReport>;

/// <param name="Status">ready.</param>
/// <param name="Dependencies">What the server works with, each healthy, or degraded: it does without.</param>
public sealed record ReadinessReport(string Status, IReadOnlyDictionary<string, string> Dependencies);
