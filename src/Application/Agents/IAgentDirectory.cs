using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>What other modules may ask of agents. It is on the path of every message.</summary>
public interface IAgentDirectory : IModulePort
{
    /// <summary>The agent of that id, or null: then the id is a person's.</summary>
    Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken);

    /// <summary>The agents of those ids that exist, by id.</summary>
    Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken);

    Task<int> CountActiveAsync(CancellationToken cancellationToken);
}

/// <summary>What it takes to bring an agent into a conversation.</summary>
public sealed record AgentEntry(ActorId Id, DisplayName Name);
