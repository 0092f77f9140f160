using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.RotateWebhookSecret;

internal sealed class RotateWebhookSecretCommandHandler(IAgentRepository agents, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<RotateWebhookSecretCommand, Result<AgentResponse>>
{
    public async Task<Result<AgentResponse>> Handle(RotateWebhookSecretCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;

        var secret = WebhookSecret.New();
        var rotated = agent.Rotate(secret, time.GetUtcNow());
        return rotated.Error is { } error ? error : mapper.Map<AgentResponse>(agent) with { IssuedSecret = secret };
    }
}
