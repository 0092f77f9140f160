using AutoMapper;
using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.GrantAgent;

internal sealed class GrantAgentCommandHandler(
    IAgentGrantRepository grants, IAgentDirectory agents, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<GrantAgentCommand, Result<AgentGrantResponse>>
{
    public async Task<Result<AgentGrantResponse>> Handle(GrantAgentCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        var user = caller.ActorOf(command.UserId);
        if (!caller.MayGrantFor(user.Value)) return CommonErrors.Forbidden;
        if (await agents.FindAsync(user, cancellationToken) is not null) return CommonErrors.Invalid(nameof(command.UserId), AccessErrors.NotAPerson);

        var grant = await grants.FindAsync(agent.Id, user, cancellationToken);
        if (grant is null)
        {
            grant = AgentGrant.Create(agent.Id, user, time.GetUtcNow());
            grants.Add(grant);
        }
        return mapper.Map<AgentGrantResponse>(grant);
    }
}
