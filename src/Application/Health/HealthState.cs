namespace Eliza.Application.Health;

/// <summary>How a thing that the server works with is.</summary>
public enum HealthState
{
    Healthy,

    /// <summary>It does not work, and the server does its work all the same, only slower or with less: no reason to send anybody elsewhere.</summary>
    Degraded,

    /// <summary>It does not work, and without it the server does not either.</summary>
    Unhealthy,
}
