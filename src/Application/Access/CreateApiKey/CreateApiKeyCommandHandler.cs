using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyCommandHandler(IApiKeyRepository keys, IAgentDirectory agents, ICaller caller, TimeProvider time)
    : IRequestHandler<CreateApiKeyCommand, Result<IssuedApiKey>>
{
    public async Task<Result<IssuedApiKey>> Handle(CreateApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;

        var agent = command.AgentId is null ? null : ActorId.From(command.AgentId);
        if (agent is not null && await agents.FindAsync(agent, cancellationToken) is null) return AgentErrors.NotFound(command.AgentId!);

        var text = ApiKeyGenerator.Generate(agent is null ? ApiKeyKind.Service : ApiKeyKind.Agent);
        var key = ApiKey.Create(text, DraftOf(command, agent), time.GetUtcNow());
        keys.Add(key);
        return IssuedApiKey.Of(key, text);
    }

    private static ApiKeyDraft DraftOf(CreateApiKeyCommand command, ActorId? agent) => new(
        DisplayName.From(command.Name!),
        agent,
        command.Scopes?.Aggregate(Scopes.None, (scopes, name) => scopes | ScopeNames.Parse(name!).Value) ?? Scopes.MessagesRead,
        command.ExpiresInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        (int?)command.Limits?.RequestsPerMinute);
}
