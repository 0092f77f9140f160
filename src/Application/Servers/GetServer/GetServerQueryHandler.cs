using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.GetServer;

internal sealed class GetServerQueryHandler(IReadRepository<Server> servers, ICaller caller) : IRequestHandler<GetServerQuery, Result<ServerResponse>>
{
    public async Task<Result<ServerResponse>> Handle(GetServerQuery query, CancellationToken cancellationToken)
    {
        var server = ServerId.TryParse(query.ServerId, out var id)
            ? await servers.FirstOrDefaultAsync<ServerResponse>(new ServerById(id), cancellationToken)
            : null;
        if (server is null) return ServerErrors.NotFound(query.ServerId);
        return caller.May(Scopes.MessagesRead) ? server : CommonErrors.Forbidden;
    }
}
