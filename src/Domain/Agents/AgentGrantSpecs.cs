using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>A page of an agent's grants, by the people's ids; of all people, or of one.</summary>
public sealed class AgentGrantsPage : Specification<AgentGrant>
{
    public AgentGrantsPage(ActorId agent, ActorId? user, int limit, int offset)
    {
        Query.Where(grant => grant.AgentId == agent);
        if (user is not null) Query.Where(grant => grant.UserId == user);
        Query.OrderBy(grant => grant.UserId).Skip(offset).Take(limit);
    }
}
