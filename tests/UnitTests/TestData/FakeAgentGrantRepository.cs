using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

internal sealed class FakeAgentGrantRepository : IAgentGrantRepository
{
    public List<AgentGrant> Grants { get; } = [];

    public Task<AgentGrant?> FindAsync(ActorId agent, ActorId user, CancellationToken cancellationToken) =>
        Task.FromResult(Grants.Find(grant => grant.AgentId == agent && grant.UserId == user));

    public void Add(AgentGrant grant) => Grants.Add(grant);

    public void Remove(AgentGrant grant) => Grants.Remove(grant);
}
