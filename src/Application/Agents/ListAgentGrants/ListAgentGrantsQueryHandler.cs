using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ListAgentGrants;

internal sealed class ListAgentGrantsQueryHandler(IReadRepository<AgentGrant> grants, IAgentDirectory agents, ICaller caller)
    : IRequestHandler<ListAgentGrantsQuery, Result<Page<AgentGrantResponse>>>
{
    public async Task<Result<Page<AgentGrantResponse>>> Handle(ListAgentGrantsQuery query, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(query.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(query.AgentId);
        var person = caller.Current is { Kind: CallerKind.User } known ? known.Actor : null;
        if (person is null && !caller.May(Scopes.AgentsWrite) && !caller.IsAgent(agent.Id, Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var page = new AgentGrantsPage(agent.Id, person, query.LimitOrDefault(), query.OffsetOrDefault());
        return await grants.PageAsync<AgentGrant, AgentGrantResponse>(page, query, cancellationToken);
    }
}
