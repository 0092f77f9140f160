using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Domain.Agents;

/// <summary>Runs, loaded to be claimed and ended.</summary>
public interface IAgentRunRepository
{
    Task<AgentRun?> FindAsync(AgentRunId id, CancellationToken cancellationToken);

    Task<IReadOnlyList<AgentRun>> ListAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken);

    /// <summary>Those that no other server is at work on, kept from others until they are saved.</summary>
    Task<IReadOnlyList<AgentRun>> ClaimAsync(ISpecification<AgentRun> specification, CancellationToken cancellationToken);

    /// <summary>
    /// The due runs that may begin: for each agent and channel only the oldest open one, so that a channel is answered
    /// in order. Agents in <paramref name="busy"/> are left out.
    /// </summary>
    Task<IReadOnlyList<AgentRun>> ListDueAsync(DateTimeOffset now, IReadOnlyCollection<ActorId> busy, int limit, CancellationToken cancellationToken);

    /// <summary>The oldest open run of the conversation, due or not: the only one that may be taken. Null when all are done.</summary>
    Task<AgentRun?> FindNextAsync(Conversation conversation, CancellationToken cancellationToken);

    /// <summary>The agent's run for that message; null when it has none.</summary>
    Task<AgentRun?> FindAsync(MessageId message, ActorId agent, CancellationToken cancellationToken);

    /// <summary>The oldest run of the conversation that the agent is at work on; null when it is at none.</summary>
    Task<AgentRun?> FindUnderWayAsync(Conversation conversation, CancellationToken cancellationToken);

    /// <summary>What an agent may fetch: of each channel the oldest open run, if it is due; the oldest of those first.</summary>
    Task<IReadOnlyList<AgentRun>> ListInboxAsync(ActorId agent, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Ends all that the agent has to do, by one statement and without events: it is stopped, or goes. What it answered already is
    /// completed, the rest ignored.
    /// </summary>
    Task IgnoreOpenAsync(ActorId agent, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The same in one channel: the agent was taken out of it.</summary>
    Task IgnoreOpenAsync(Conversation conversation, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The newest run of the conversation, if it has ended since; else null.</summary>
    Task<AgentRun?> FindEndedAsync(Conversation conversation, DateTimeOffset since, CancellationToken cancellationToken);

    void Add(AgentRun run);
}
