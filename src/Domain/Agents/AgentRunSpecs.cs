using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Agents;

/// <summary>Runs that a dispatcher holds, or held when it was killed; not what agents fetched.</summary>
public sealed class RunningRuns : Specification<AgentRun>
{
    /// <remarks>That a run under a lease has not ended is said for the database, whose index is over those that have not.</remarks>
    public RunningRuns(int limit) => Query
        .Where(run => run.EndedAt == null && run.Lease != null && !run.IsFetched)
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
        var fetchedEnds = now + AgentRun.LongestFetchedLease;
        Query
            .Where(run => run.EndedAt == null && run.DueAt > pauseEnds && (run.Status == AgentRunStatus.Pending
                || (run.DueAt > leaseEnds && !run.IsFetched) || (run.DueAt > fetchedEnds && run.IsFetched)))
            .OrderBy(run => run.DueAt)
            .Take(limit);
    }
}

/// <summary>The runs of the agents that are to answer a message; of all, or of one.</summary>
public sealed class RunsOfMessage : Specification<AgentRun>
{
    public RunsOfMessage(MessageId message, ActorId? agent, int limit)
    {
        Query.Where(run => run.MessageId == message);
        if (agent is not null) Query.Where(run => run.AgentId == agent);
        Query.OrderBy(run => run.AgentId).Take(limit);
    }
}
