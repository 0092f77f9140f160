using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>Reads what an agent needs for a run: across runs, messages, agents and memories, in one query; agents that read the channel take two more.</summary>
public interface IAgentTurns
{
    /// <summary>The turn, or null when the agent or the message is gone, the agent is inactive, or it was taken out of the channel.</summary>
    Task<AgentTurn?> FindAsync(AgentRunId run, CancellationToken cancellationToken);
}
