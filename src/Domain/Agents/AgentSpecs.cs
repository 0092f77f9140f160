using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>A page of all agents, oldest first.</summary>
public sealed class AllAgentsPage : Specification<Agent>
{
    public AllAgentsPage(int limit, int offset) =>
        Query.OrderBy(agent => agent.CreatedAt).OrderBy(agent => agent.Id).Skip(offset).Take(limit);
}

/// <summary>One agent.</summary>
public sealed class AgentById : Specification<Agent>
{
    public AgentById(ActorId id) => Query.Where(agent => agent.Id == id);
}
