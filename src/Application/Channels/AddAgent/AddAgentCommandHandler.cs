using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.AddAgent;

internal sealed class AddAgentCommandHandler(IChannelRepository channels, IAgentDirectory agents, ICaller caller, TimeProvider time)
    : IRequestHandler<AddAgentCommand, Result<ChannelAgentLink>>
{
    public async Task<Result<ChannelAgentLink>> Handle(AddAgentCommand command, CancellationToken cancellationToken)
    {
        var id = ActorId.From(command.AgentId!);
        if (await channels.FindWithParticipantsAsync(command.ChannelId, id, caller.Current, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        if (await agents.FindAsync(id, cancellationToken) is not { } agent) return AgentErrors.NotFound(id.Value);
        if (!channel.MayBeJoinedBy(agent.Id, ParticipantRole.Member, caller.Current)) return CommonErrors.Forbidden;

        if (!channel.Has(agent.Id))
            channel.Add(agent.Id, ActorKind.Agent, agent.Name, ParticipantRole.Member, time.GetUtcNow());
        return new ChannelAgentLink(channel.Id.Value, agent.Id.Value);
    }
}
