using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.ListAgentServers;

internal sealed class ListAgentServersQueryHandler(IAgentDirectory agents, IReadRepository<ServerAgent> members, ICaller caller)
    : IRequestHandler<ListAgentServersQuery, Result<AgentServerIds>>
{
    public async Task<Result<AgentServerIds>> Handle(ListAgentServersQuery query, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(query.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(query.AgentId);
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var specification = new ServersOfAgentPage(agent.Id, query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await members.PageAsync<ServerAgent, ServerAgentLink>(specification, query, cancellationToken);
        return new AgentServerIds(agent.Id.Value, [.. page.Items.Select(member => member.MessageServerId)], PagePlace.Of(page));
    }
}
