using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.MuteAgent;

internal sealed class MuteAgentCommandHandler(IChannelRepository channels, ICaller caller) : IRequestHandler<MuteAgentCommand, Result<AgentMuting>>
{
    public async Task<Result<AgentMuting>> Handle(MuteAgentCommand command, CancellationToken cancellationToken)
    {
        var agent = ActorId.Create(command.AgentId);
        var channel = agent.IsSuccess
            ? await channels.FindWithParticipantsAsync(command.ChannelId, agent.Value, caller.Current, cancellationToken)
            : await channels.FindForAsync(command.ChannelId, caller.Current, alone: false, cancellationToken);
        if (channel is null) return ChannelErrors.NotFound(command.ChannelId);
        if (agent.Error is not null)
            return channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current) ? ChannelErrors.NotAParticipant(command.AgentId) : CommonErrors.Forbidden;
        if (!channel.MayBeMuted(agent.Value, caller.Current)) return CommonErrors.Forbidden;

        var muted = channel.Mute(agent.Value, command.IsMuted);
        return muted.Error is { } error ? error : new AgentMuting(channel.Id.Value, agent.Value.Value, muted.Value.IsMuted);
    }
}
