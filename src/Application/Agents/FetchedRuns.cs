using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>Finds what an agent fetched, for a caller who may do the agent's work.</summary>
internal static class FetchedRuns
{
    /// <param name="runs">Where to look.</param>
    /// <param name="agents">Who the agents are.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="agentId">From the path, as the client wrote it.</param>
    /// <param name="runId">From the path, as the client wrote it.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public static async Task<Result<AgentRun>> FindFetchedAsync(
        this IAgentRunRepository runs, IAgentDirectory agents, ICaller caller, string agentId, string runId, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(agentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(agentId);
        if (!caller.MayServe(agent.Id, Scopes.MessagesWrite)) return CommonErrors.Forbidden;
        var run = AgentRunId.TryParse(runId, out var id) ? await runs.FindAsync(id, cancellationToken) : null;
        return run is null || run.AgentId != agent.Id || !run.IsFetched ? AgentRunErrors.NotFound(runId) : run;
    }
}
