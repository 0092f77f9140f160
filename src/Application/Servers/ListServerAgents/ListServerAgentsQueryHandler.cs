using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.ListServerAgents;

internal sealed class ListServerAgentsQueryHandler(
    IServerDirectory servers, IReadRepository<ServerAgent> members, IAgentDirectory agents, ICaller caller)
    : IRequestHandler<ListServerAgentsQuery, Result<Page<AgentResponse>>>
{
    public async Task<Result<Page<AgentResponse>>> Handle(ListServerAgentsQuery query, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(query.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(query.ServerId);
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var specification = new AgentsOfServerPage(server.Id, query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await members.PageAsync<ServerAgent, ServerAgentLink>(specification, query, cancellationToken);
        var known = await agents.ListAsync([.. page.Items.Select(member => ActorId.From(member.AgentId))], cancellationToken);
        var items = page.Items.Select(member => known.GetValueOrDefault(member.AgentId)).OfType<AgentResponse>();
        return new Page<AgentResponse>([.. items], page.Limit, page.Offset, page.Total);
    }
}
