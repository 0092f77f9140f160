namespace Eliza.Application.Health;

/// <summary>How reports spell a state.</summary>
internal static class HealthWords
{
    public static string Of(HealthState state) => state switch
    {
        HealthState.Healthy => "healthy",
        HealthState.Degraded => "degraded",
        _ => "unhealthy",
    };
}
