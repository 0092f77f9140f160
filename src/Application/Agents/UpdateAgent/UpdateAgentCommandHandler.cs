using AutoMapper;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.UpdateAgent;

internal sealed class UpdateAgentCommandHandler(
    IAgentRepository agents, IAgentRunRepository runs, IParticipation participation, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<UpdateAgentCommand, Result<AgentResponse>>
{
    public async Task<Result<AgentResponse>> Handle(UpdateAgentCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.May(Scopes.AgentsWrite)) return CommonErrors.Forbidden;
        if (command.Id is { } id && ActorId.From(id) != agent.Id) return CommonErrors.Invalid(nameof(command.Id), AgentErrors.IdIsFixed);
        var character = CharacterFields.Merge(agent.Character, command.Character);
        if (character.Error is { } broken) return CommonErrors.Invalid(nameof(command.Character), broken);

        if (command.Settings?.CheckSessions(agent.Settings) is { } tooShort)
            return CommonErrors.Invalid($"{nameof(command.Settings)}.{nameof(command.Settings.SessionMaxDurationMinutes)}", tooShort);

        var now = time.GetUtcNow();
        var oldName = agent.Name;
        var changed = agent.Change(DraftOf(command, agent, character.Value), now);
        if (changed.Error is { } error) return CommonErrors.Invalid(nameof(command.Kind), error);
        if (agent.Name != oldName) await participation.RenameAgentAsync(agent.Id, agent.Name, cancellationToken);
        await SwitchAsync(agent, command.IsActive, now, cancellationToken);
        return mapper.Map<AgentResponse>(agent);
    }

    private async Task SwitchAsync(Agent agent, bool? isActive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (isActive is true) agent.Start(now);
        if (isActive is not false || !agent.IsActive) return;
        agent.Stop(now);
        await runs.IgnoreOpenAsync(agent.Id, now, cancellationToken);
    }

    private static AgentDraft DraftOf(UpdateAgentCommand command, Agent agent, Metadata character) => new(
        command.Name is { } name ? DisplayName.From(name) : agent.Name,
        command.Kind is { } kind ? AgentKind.Parse(kind).Value : agent.Kind,
        command.ReplyPolicy is { } policy ? ReplyPolicies.Parse(policy).Value : agent.ReplyPolicy,
        command.Settings?.Over(agent.Settings) ?? agent.Settings,
        character);
}
