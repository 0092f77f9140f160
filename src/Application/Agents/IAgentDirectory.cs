using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Agents;

/// <summary>What other modules may ask of agents. It is on the path of every message.</summary>
public interface IAgentDirectory : IModulePort
{
    /// <summary>The agent of that id, or null: then the id is a person's.</summary>
    Task<AgentEntry?> FindAsync(ActorId id, CancellationToken cancellationToken);

    /// <summary>What an agent's settings say of how long its sessions last.</summary>
    Task<SessionTimeoutChoice> FindSessionTimeoutsAsync(ActorId id, CancellationToken cancellationToken);

    /// <summary>The agents of those ids that exist, by id.</summary>
    Task<IReadOnlyDictionary<string, AgentResponse>> ListAsync(IReadOnlyCollection<ActorId> ids, CancellationToken cancellationToken);

    /// <summary>Whether the person lets the agent post in that person's name.</summary>
    Task<bool> HasGrantAsync(ActorId agent, ActorId user, CancellationToken cancellationToken);

    Task<int> CountActiveAsync(CancellationToken cancellationToken);

    /// <summary>The active agent that was made first, for whoever names none; null when there is none.</summary>
    Task<AgentEntry?> FindOldestActiveAsync(CancellationToken cancellationToken);
}

/// <summary>What it takes to bring an agent into a conversation.</summary>
/// <param name="Listener">How it listens in a channel that it is new to.</param>
public sealed record AgentEntry(ActorId Id, DisplayName Name, Listener Listener);

/// <summary>Agents are named by ids that clients write; what is no id names nothing.</summary>
public static class AgentDirectoryLookup
{
    /// <summary>The agent of that id, or null.</summary>
    public static async Task<AgentEntry?> FindAsync(this IAgentDirectory agents, string agentId, CancellationToken cancellationToken) =>
        ActorId.Create(agentId) is { IsSuccess: true } id ? await agents.FindAsync(id.Value, cancellationToken) : null;
}
