using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.RemoveServerAgent;

internal sealed class RemoveServerAgentCommandHandler(IServerRepository servers, ICaller caller)
    : IRequestHandler<RemoveServerAgentCommand, Result<ServerAgentLink>>
{
    public async Task<Result<ServerAgentLink>> Handle(RemoveServerAgentCommand command, CancellationToken cancellationToken)
    {
        var agent = ActorId.Create(command.AgentId);
        var server = agent.IsSuccess
            ? await servers.FindWithAgentAsync(command.ServerId, agent.Value, cancellationToken)
            : await servers.FindAsync(command.ServerId, cancellationToken);
        if (server is null) return ServerErrors.NotFound(command.ServerId);
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;
        if (agent.Error is not null) return ServerErrors.NoSuchAgent(command.AgentId);

        var removed = server.RemoveAgent(agent.Value);
        return removed.Error is { } error ? error : new ServerAgentLink(server.Id.Value, agent.Value.Value);
    }
}
