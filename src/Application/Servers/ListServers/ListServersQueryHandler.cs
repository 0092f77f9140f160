using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.ListServers;

internal sealed class ListServersQueryHandler(IReadRepository<Server> servers, ICaller caller)
    : IRequestHandler<ListServersQuery, Result<Page<ServerResponse>>>
{
    public async Task<Result<Page<ServerResponse>>> Handle(ListServersQuery query, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.MessagesRead)) return CommonErrors.Forbidden;
        return await servers.PageAsync<Server, ServerResponse>(new AllServersPage(query.LimitOrDefault(), query.OffsetOrDefault()), query, cancellationToken);
    }
}
