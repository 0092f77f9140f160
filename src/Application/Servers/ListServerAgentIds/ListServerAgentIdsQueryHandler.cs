using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.ListServerAgentIds;

internal sealed class ListServerAgentIdsQueryHandler(IServerDirectory servers, IReadRepository<ServerAgent> members, ICaller caller)
    : IRequestHandler<ListServerAgentIdsQuery, Result<ServerAgentIds>>
{
    public async Task<Result<ServerAgentIds>> Handle(ListServerAgentIdsQuery query, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(query.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(query.ServerId);
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;

        var specification = new AgentsOfServerPage(server.Id, query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await members.PageAsync<ServerAgent, ServerAgentLink>(specification, query, cancellationToken);
        return new ServerAgentIds(server.Id.Value, [.. page.Items.Select(member => member.AgentId)], PagePlace.Of(page));
    }
}
