using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Runs that a dispatcher of this server held when it stopped.</summary>
public sealed class RunningRuns : Specification<AgentRun>
{
    public RunningRuns(int limit) => Query
        .Where(run => run.Status == AgentRunStatus.Running)
        .OrderBy(run => run.DueAt)
        .Take(limit);
}

/// <summary>A page of all agents, oldest first.</summary>
public sealed class AllAgentsPage : Specification<Agent>
{
    public AllAgentsPage(int limit, int offset) =>
        Query.OrderBy(agent => agent.CreatedAt).OrderBy(agent => agent.Id).Skip(offset).Take(limit);
}
