using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.GetCurrentServer;

internal sealed class GetCurrentServerQueryHandler(ICaller caller) : IRequestHandler<GetCurrentServerQuery, Result<ServerLink>>
{
    public Task<Result<ServerLink>> Handle(GetCurrentServerQuery query, CancellationToken cancellationToken) => Task.FromResult<Result<ServerLink>>(
        caller.May(Scopes.MessagesRead) ? new ServerLink(ServerId.Default.Value) : CommonErrors.Forbidden);
}
