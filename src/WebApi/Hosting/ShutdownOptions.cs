namespace Eliza.WebApi.Hosting;

/// <summary>The section <c>Shutdown</c> of the configuration: how the server goes when it is asked to.</summary>
internal sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    private const int MostSeconds = 600;

    /// <summary>How long it goes on serving while it says that it is not ready, for load balancers to notice: 0 to 600; none where there is none.</summary>
    public double DrainSeconds { get; set; }

    /// <summary>How long what was begun may take after that: 1 to 600. Containers are killed ten seconds after they were asked to stop, unless told otherwise.</summary>
    public double TimeoutSeconds { get; set; } = 8;

    public TimeSpan DrainTime => TimeSpan.FromSeconds(DrainSeconds);

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    public bool IsDrainTimeValid => DrainSeconds is >= 0 and <= MostSeconds;

    public bool IsTimeoutValid => TimeoutSeconds is >= 1 and <= MostSeconds;
}
