using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Runs, loaded to be claimed and ended.</summary>
public interface IAgentRunRepository
{
    Task<AgentRun?> FindAsync(AgentRunId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<AgentRun>> ListAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken);

    /// <summary>
    /// The due runs that may begin: for each agent and channel only the oldest open one, so that a channel is answered
    /// in order. Agents in <paramref name="busy"/> are left out.
    /// </summary>
    Task<IReadOnlyList<AgentRun>> ListDueAsync(DateTimeOffset now, IReadOnlyCollection<ActorId> busy, int limit, CancellationToken cancellationToken);

    /// <summary>The oldest open run of the conversation, due or not: the only one that may be taken. Null when all are done.</summary>
    Task<AgentRun?> FindNextAsync(Conversation conversation, CancellationToken cancellationToken);

    void Add(AgentRun run);
}
