using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ListAgents;

internal sealed class ListAgentsQueryHandler(IReadRepository<Agent> agents, ICaller caller)
    : IRequestHandler<ListAgentsQuery, Result<Page<AgentResponse>>>
{
    public async Task<Result<Page<AgentResponse>>> Handle(ListAgentsQuery query, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;
        var page = await agents.PageAsync<Agent, AgentResponse>(new AllAgentsPage(query.LimitOrDefault(), query.OffsetOrDefault()), query, cancellationToken);
        return caller.May(Scopes.AgentsWrite) ? page : page with { Items = [.. page.Items.Select(agent => agent.ForStrangers())] };
    }
}
