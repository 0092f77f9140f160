namespace Eliza.Infrastructure.Jobs;

/// <summary>The section <c>Jobs</c> of the configuration.</summary>
internal sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>How long a job can be read after it expired: 1 to 8760.</summary>
    public int RetentionHours { get; set; } = 24;
}
