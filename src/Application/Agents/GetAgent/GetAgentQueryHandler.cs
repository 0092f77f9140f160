using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.GetAgent;

internal sealed class GetAgentQueryHandler(IReadRepository<Agent> agents, ICaller caller) : IRequestHandler<GetAgentQuery, Result<AgentResponse>>
{
    public async Task<Result<AgentResponse>> Handle(GetAgentQuery query, CancellationToken cancellationToken)
    {
        if (!ActorId.Create(query.AgentId).IsSuccess) return AgentErrors.NotFound(query.AgentId);
        var id = ActorId.From(query.AgentId);
        if (await agents.FirstOrDefaultAsync<AgentResponse>(new AgentById(id), cancellationToken) is not { } agent) return AgentErrors.NotFound(query.AgentId);
        if (!caller.May(Scopes.MessagesRead) && !caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;
        return caller.MayServe(id, Scopes.MessagesRead) ? agent : agent.ForStrangers();
    }
}
