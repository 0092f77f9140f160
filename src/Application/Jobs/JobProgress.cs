using Eliza.Domain.Agents;
using Eliza.Domain.Jobs;

namespace Eliza.Application.Jobs;

/// <summary>How far a job is, told by the agent's run.</summary>
/// <param name="Run">Null when the question, and with it the run, was deleted.</param>
/// <param name="StartedAt">When the agent first began.</param>
/// <param name="EndedAt">When the run ended.</param>
public sealed record JobProgress(
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, AgentRunStatus? Run, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>From the job's creation to the run's end.</summary>
    public long Milliseconds => EndedAt is { } ended ? Math.Max(0, (long)(ended - CreatedAt).TotalMilliseconds) : 0;

    /// <summary>What clients are told at that moment. Once the time was up it stays so, whatever the agent does later.</summary>
    public JobStatus StatusAt(DateTimeOffset now) => Run switch
    {
        null => JobStatus.Failed,
        AgentRunStatus.Completed when EndedAt < ExpiresAt => JobStatus.Completed,
        AgentRunStatus.Failed or AgentRunStatus.Ignored when EndedAt < ExpiresAt => JobStatus.Failed,
        _ when EndedAt is not null || now >= ExpiresAt => JobStatus.Timeout,
        AgentRunStatus.Pending when StartedAt is null => JobStatus.Pending,
        _ => JobStatus.Processing,
    };
}
