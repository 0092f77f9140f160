using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>A page of all agents, oldest first.</summary>
public sealed class AllAgentsPage : Specification<Agent>
{
    public AllAgentsPage(int limit, int offset) =>
        Query.OrderBy(agent => agent.CreatedAt).OrderBy(agent => agent.Id).Skip(offset).Take(limit);
}
