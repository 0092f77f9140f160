using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Servers.AddServerAgent;

internal sealed class AddServerAgentCommandHandler(IServerRepository servers, IAgentDirectory agents, ICaller caller, TimeProvider time)
    : IRequestHandler<AddServerAgentCommand, Result<ServerAgentLink>>
{
    public async Task<Result<ServerAgentLink>> Handle(AddServerAgentCommand command, CancellationToken cancellationToken)
    {
        var id = ActorId.From(command.AgentId!);
        if (await servers.FindWithAgentAsync(command.ServerId, id, cancellationToken) is not { } server) return ServerErrors.NotFound(command.ServerId);
        if (await agents.FindAsync(id, cancellationToken) is not { } agent) return AgentErrors.NotFound(id.Value);
        if (!caller.MayManageServers()) return CommonErrors.Forbidden;

        server.AddAgent(agent.Id, time.GetUtcNow());
        return new ServerAgentLink(server.Id.Value, agent.Id.Value);
    }
}
