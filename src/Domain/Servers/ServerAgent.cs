using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>An agent that belongs to a server.</summary>
public sealed class ServerAgent
{
    private ServerAgent() { }

    internal ServerAgent(ServerId server, ActorId agent, DateTimeOffset joinedAt) => (ServerId, AgentId, JoinedAt) = (server, agent, joinedAt);

    public ServerId ServerId { get; private set; }

    public ActorId AgentId { get; private set; } = null!;

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>The embedded agent in the default server; both are made with the database.</summary>
    public static ServerAgent ElizaAtHome(ActorId eliza, DateTimeOffset now) => new(ServerId.Default, eliza, now);
}
