using Eliza.Domain.Common;

namespace Eliza.Domain.Jobs;

/// <summary>What became of a job.</summary>
public enum JobStatus
{
    /// <summary>The agent has not begun.</summary>
    Pending,

    /// <summary>The agent is at it, or about to try again.</summary>
    Processing,

    /// <summary>The answer came in time.</summary>
    Completed,

    /// <summary>It is certain that no answer will come.</summary>
    Failed,

    /// <summary>The time was up before an answer came. A later one changes nothing.</summary>
    Timeout,
}

/// <summary>The names of the states, as clients write them.</summary>
public static class JobStatuses
{
    private static readonly Dictionary<string, JobStatus> Known = Enum.GetValues<JobStatus>().ToDictionary(Name, StringComparer.OrdinalIgnoreCase);

    private static readonly Error Unknown = Error.Rule("Job.UnknownStatus", $"must be one of {string.Join(", ", Known.Keys)}");

    /// <summary>The status of a name in any case.</summary>
    public static Result<JobStatus> Parse(string name) => Known.TryGetValue(name, out var status) ? status : Unknown;

    public static string Name(this JobStatus status) => status.ToString().ToLowerInvariant();
}
