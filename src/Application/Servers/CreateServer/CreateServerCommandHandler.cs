using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.CreateServer;

internal sealed class CreateServerCommandHandler(IServerRepository servers, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<CreateServerCommand, Result<ServerResponse>>
{
    public Task<Result<ServerResponse>> Handle(CreateServerCommand command, CancellationToken cancellationToken) => Task.FromResult(Create(command));

    private Result<ServerResponse> Create(CreateServerCommand command)
    {
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;

        var now = time.GetUtcNow();
        var id = ServerId.New(now);
        var server = Server.Create(
            id,
            DisplayName.From(command.Name!),
            command.Description is null ? null : Description.Create(command.Description).Value,
            command.Metadata is { } fields ? Metadata.Create(fields).Value : Metadata.Empty,
            ServerSource.Of(command.SourceType, command.SourceId, id),
            now);
        servers.Add(server);
        return mapper.Map<ServerResponse>(server);
    }
}
