using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.RemoveAgent;

internal sealed class RemoveAgentCommandHandler(IChannelRepository channels, IAgentWork work, ICaller caller)
    : IRequestHandler<RemoveAgentCommand, Result<ChannelAgentLink>>
{
    public async Task<Result<ChannelAgentLink>> Handle(RemoveAgentCommand command, CancellationToken cancellationToken)
    {
        var agent = ActorId.Create(command.AgentId);
        var channel = agent.IsSuccess
            ? await channels.FindWithParticipantsAsync(command.ChannelId, agent.Value, caller.Current, cancellationToken)
            : await channels.FindForAsync(command.ChannelId, caller.Current, alone: false, cancellationToken);
        if (channel is null) return ChannelErrors.NotFound(command.ChannelId);
        if (!MayRemove(channel, agent)) return CommonErrors.Forbidden;
        if (agent.Error is not null) return ChannelErrors.NotAParticipant(command.AgentId);

        var removed = channel.Remove(agent.Value, ActorKind.Agent);
        if (removed.Error is { } error) return error;

        await work.DropAsync(agent.Value, channel.Id, cancellationToken);
        return new ChannelAgentLink(channel.Id.Value, agent.Value.Value);
    }

    /// <summary>An agent may leave by itself.</summary>
    private bool MayRemove(Channel channel, Result<ActorId> agent) =>
        agent.IsSuccess ? channel.MayBeLeftBy(agent.Value, caller.Current) : channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current);
}
