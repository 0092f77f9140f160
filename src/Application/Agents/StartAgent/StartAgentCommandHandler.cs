using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.StartAgent;

internal sealed class StartAgentCommandHandler(IAgentRepository agents, ICaller caller, TimeProvider time)
    : IRequestHandler<StartAgentCommand, Result<AgentState>>
{
    public async Task<Result<AgentState>> Handle(StartAgentCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;

        agent.Start(time.GetUtcNow());
        return AgentState.Of(agent);
    }
}
