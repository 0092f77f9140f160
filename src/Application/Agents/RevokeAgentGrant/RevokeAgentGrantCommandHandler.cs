using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.RevokeAgentGrant;

internal sealed class RevokeAgentGrantCommandHandler(IAgentGrantRepository grants, IAgentDirectory agents, ICaller caller, IMapper mapper)
    : IRequestHandler<RevokeAgentGrantCommand, Result<AgentGrantResponse>>
{
    public async Task<Result<AgentGrantResponse>> Handle(RevokeAgentGrantCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        var user = caller.ActorOf(command.UserId);
        if (!caller.MayGrantFor(user.Value) && !caller.IsAgent(agent.Id, Scopes.MessagesWrite)) return CommonErrors.Forbidden;
        if (await grants.FindAsync(agent.Id, user, cancellationToken) is not { } grant) return AgentErrors.NoGrant(agent.Id, user);

        grant.End();
        grants.Remove(grant);
        return mapper.Map<AgentGrantResponse>(grant);
    }
}
