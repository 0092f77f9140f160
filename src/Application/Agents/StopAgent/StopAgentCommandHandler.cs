using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.StopAgent;

internal sealed class StopAgentCommandHandler(IAgentRepository agents, IAgentRunRepository runs, ICaller caller, TimeProvider time)
    : IRequestHandler<StopAgentCommand, Result<AgentState>>
{
    public async Task<Result<AgentState>> Handle(StopAgentCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;

        var now = time.GetUtcNow();
        agent.Stop(now);
        await runs.IgnoreOpenAsync(agent.Id, now, cancellationToken);
        return AgentState.Of(agent);
    }
}
