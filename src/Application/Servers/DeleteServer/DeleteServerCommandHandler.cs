using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.DeleteServer;

internal sealed class DeleteServerCommandHandler(IServerRepository servers, ICaller caller) : IRequestHandler<DeleteServerCommand, Result<ServerLink>>
{
    public async Task<Result<ServerLink>> Handle(DeleteServerCommand command, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(command.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(command.ServerId);
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;

        if (server.Delete().Error is { } error) return error;
        await servers.RemoveAsync(server, cancellationToken);
        return new ServerLink(server.Id.Value);
    }
}
