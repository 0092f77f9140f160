using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

public enum AgentRunStatus
{
    /// <summary>Waits for its turn.</summary>
    Pending,

    /// <summary>A dispatcher holds it under a lease.</summary>
    Running,

    /// <summary>The agent answered.</summary>
    Completed,

    /// <summary>Every attempt failed; the reason is kept.</summary>
    Failed,

    /// <summary>The agent had nothing to say, or is no longer active.</summary>
    Ignored,
}

/// <summary>The names of the states, as clients write them.</summary>
public static class AgentRunStatuses
{
    private static readonly Error Unknown = Error.Rule(
        "AgentRun.UnknownStatus", "must be one of pending, running, completed, failed, ignored, started, error, timeout, all");

    private static readonly IReadOnlyList<AgentRunStatus> Every = Enum.GetValues<AgentRunStatus>();

    public static string Name(this AgentRunStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The states that a word in any case stands for: one of ours, or one of the reference's client.</summary>
    public static Result<IReadOnlyList<AgentRunStatus>> Meaning(string word) => word.ToUpperInvariant() switch
    {
        "ALL" => Result<IReadOnlyList<AgentRunStatus>>.Success(Every),
        "STARTED" => Result<IReadOnlyList<AgentRunStatus>>.Success([AgentRunStatus.Pending, AgentRunStatus.Running]),
        "ERROR" or "TIMEOUT" => Result<IReadOnlyList<AgentRunStatus>>.Success([AgentRunStatus.Failed]),
        var name => Every.Where(status => status.Name().Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() is [var one]
            ? Result<IReadOnlyList<AgentRunStatus>>.Success([one])
            : Unknown,
    };
}
