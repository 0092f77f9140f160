namespace Eliza.Application.Health;

/// <summary>
/// Looks at one thing that the server works with. Every probe that is registered, as a singleton, is asked, all at once and each
/// once at a time; one that throws, or takes longer than <see cref="HealthSurvey.Patience"/>, counts as unhealthy.
/// </summary>
public interface IHealthProbe
{
    /// <summary>The name in the report: one word.</summary>
    string Name { get; }

    Task<ProbeResult> LookAsync(CancellationToken cancellationToken);
}
