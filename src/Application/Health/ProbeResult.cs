namespace Eliza.Application.Health;

/// <summary>What a probe found.</summary>
/// <param name="State">How it is.</param>
/// <param name="Reason">Why, in a few words for an operator; anybody may read it, so it names no address and no secret. Null when there is nothing to say.</param>
public sealed record ProbeResult(HealthState State, string? Reason = null)
{
    public static readonly ProbeResult Healthy = new(HealthState.Healthy);

    public static ProbeResult Degraded(string reason) => new(HealthState.Degraded, reason);

    public static ProbeResult Unhealthy(string? reason = null) => new(HealthState.Unhealthy, reason);
}
