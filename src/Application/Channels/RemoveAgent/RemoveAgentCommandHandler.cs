using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.RemoveAgent;

internal sealed class RemoveAgentCommandHandler(IChannelRepository channels)
    : IRequestHandler<RemoveAgentCommand, Result<ChannelAgentLink>>
{
    public async Task<Result<ChannelAgentLink>> Handle(RemoveAgentCommand command, CancellationToken cancellationToken)
    {
        var agent = ActorId.Create(command.AgentId);
        var channel = agent.IsSuccess
            ? await channels.FindWithParticipantAsync(command.ChannelId, agent.Value, cancellationToken)
            : await channels.FindAsync(command.ChannelId, cancellationToken);
        if (channel is null) return ChannelErrors.NotFound(command.ChannelId);
        if (agent.Error is not null) return ChannelErrors.NotAParticipant(command.AgentId);

        var removed = channel.Remove(agent.Value, ActorKind.Agent);
        return removed.Error is { } error ? error : new ChannelAgentLink(channel.Id.Value, agent.Value.Value);
    }
}
