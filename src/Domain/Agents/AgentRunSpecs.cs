using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Runs that a dispatcher holds, or held when it was killed.</summary>
public sealed class RunningRuns : Specification<AgentRun>
{
    /// <remarks>That a running run has not ended is said for the database, whose index is over those that have not.</remarks>
    public RunningRuns(int limit) => Query
        .Where(run => run.EndedAt == null && run.Status == AgentRunStatus.Running)
        .OrderBy(run => run.DueAt)
        .Take(limit);
}

/// <summary>Runs that lie further ahead than a pause or a lease of <c>leaseTime</c> reaches, because the clock was set back.</summary>
public sealed class RunsTooFarAhead : Specification<AgentRun>
{
    public RunsTooFarAhead(DateTimeOffset now, TimeSpan leaseTime, int limit)
    {
        var pauseEnds = now + AgentRun.LongestPause;
        var leaseEnds = now + leaseTime;
        Query
            .Where(run => run.EndedAt == null && run.DueAt > pauseEnds && (run.Status == AgentRunStatus.Pending || run.DueAt > leaseEnds))
            .OrderBy(run => run.DueAt)
            .Take(limit);
    }
}
