using AutoMapper;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.CreateAgent;

internal sealed class CreateAgentCommandHandler(
    IAgentRepository agents, IAgentRunRepository runs, IAgentKinds kinds, IParticipation participation, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<CreateAgentCommand, Result<AgentResponse>>
{
    public async Task<Result<AgentResponse>> Handle(CreateAgentCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;

        var now = time.GetUtcNow();
        var id = ActorId.From(command.Id ?? Guid.CreateVersion7(now).ToString());
        if (await agents.FindAsync(id, cancellationToken) is not null || await participation.HasPersonAsync(id, cancellationToken))
            return AgentErrors.IdTaken(id);
        if (command.Id is not null) await ForgetEarlierAsync(id, now, cancellationToken);

        var draft = DraftOf(command);
        var secret = draft.Kind == AgentKind.Webhook ? WebhookSecret.New() : null;
        var agent = Agent.Create(id, draft, command.IsActive ?? true, secret, now);
        agents.Add(agent);
        return mapper.Map<AgentResponse>(agent) with { IssuedSecret = secret };
    }

    /// <summary>An agent of that id may have been deleted while others brought it into a channel: its places are not the new one's.</summary>
    private async Task ForgetEarlierAsync(ActorId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await runs.IgnoreOpenAsync(id, now, cancellationToken);
        await participation.RemoveAgentAsync(id, cancellationToken);
    }

    private AgentDraft DraftOf(CreateAgentCommand command) => new(
        DisplayName.From(command.Name!),
        command.Kind is { } kind ? AgentKind.Parse(kind).Value : KindFor(command.Settings),
        command.ReplyPolicy is { } policy ? ReplyPolicies.Parse(policy).Value : ReplyPolicy.Mention,
        command.Settings?.Over(AgentSettings.None) ?? AgentSettings.None,
        command.Character is { } character ? Metadata.Create(character).Value : Metadata.Empty);

    /// <summary>The kind that has a use for the settings; the embedded one always answers.</summary>
    private AgentKind KindFor(AgentSettingsInput? settings)
    {
        if (settings?.WebhookUrl is not null) return AgentKind.Webhook;
        var isForModel = settings is { Model: not null } or { System: not null };
        return isForModel && kinds.IsConfigured(AgentKind.Llm, settings!.Over(AgentSettings.None)) ? AgentKind.Llm : AgentKind.Eliza;
    }
}
