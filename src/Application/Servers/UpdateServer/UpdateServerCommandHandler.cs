using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.UpdateServer;

internal sealed class UpdateServerCommandHandler(IServerRepository servers, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<UpdateServerCommand, Result<ServerResponse>>
{
    public async Task<Result<ServerResponse>> Handle(UpdateServerCommand command, CancellationToken cancellationToken)
    {
        if (await servers.FindAsync(command.ServerId, cancellationToken) is not { } server) return ServerErrors.NotFound(command.ServerId);
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;

        server.Update(
            command.Name is null ? null : DisplayName.From(command.Name),
            command.Description is null ? null : Description.Create(command.Description).Value,
            command.Metadata is { } fields ? Metadata.Create(fields).Value : null,
            time.GetUtcNow());
        return mapper.Map<ServerResponse>(server);
    }
}
