using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.DeleteAgent;

internal sealed class DeleteAgentCommandHandler(
    IAgentRepository agents, IAgentRunRepository runs, IParticipation participation, ICaller caller, TimeProvider time)
    : IRequestHandler<DeleteAgentCommand, Result<DeletedAgent>>
{
    public async Task<Result<DeletedAgent>> Handle(DeleteAgentCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;

        await runs.IgnoreOpenAsync(agent.Id, time.GetUtcNow(), cancellationToken);
        await participation.RemoveAgentAsync(agent.Id, cancellationToken);
        agent.Delete();
        agents.Remove(agent);
        return new DeletedAgent(agent.Id.Value, agent.Name.Value);
    }
}
