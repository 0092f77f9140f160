using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>A page of an agent's grants, by the people's ids.</summary>
public sealed class AgentGrantsPage : Specification<AgentGrant>
{
    public AgentGrantsPage(ActorId agent, int limit, int offset) =>
        Query.Where(grant => grant.AgentId == agent).OrderBy(grant => grant.UserId).Skip(offset).Take(limit);
}
