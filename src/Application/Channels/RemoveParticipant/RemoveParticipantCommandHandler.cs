using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.RemoveParticipant;

internal sealed class RemoveParticipantCommandHandler(IChannelRepository channels, IAgentWork work, ICaller caller)
    : IRequestHandler<RemoveParticipantCommand, Result<ParticipantLink>>
{
    public async Task<Result<ParticipantLink>> Handle(RemoveParticipantCommand command, CancellationToken cancellationToken)
    {
        var actor = ActorId.Create(command.UserId);
        var channel = actor.IsSuccess
            ? await channels.FindAloneAsync(command.ChannelId, actor.Value, caller.Current, cancellationToken)
            : await channels.FindForAsync(command.ChannelId, caller.Current, alone: false, cancellationToken);
        if (channel is null) return ChannelErrors.NotFound(command.ChannelId);
        if (actor.Error is not null)
            return channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current) ? ChannelErrors.NotAParticipant(command.UserId) : CommonErrors.Forbidden;
        if (!channel.MayBeLeftBy(actor.Value, caller.Current)) return CommonErrors.Forbidden;

        await channels.LoadOwnersAsync(channel, cancellationToken);
        var removed = channel.Remove(actor.Value);
        if (removed.Error is { } error) return error;

        if (removed.Value.Kind is ActorKind.Agent) await work.DropAsync(actor.Value, channel.Id, cancellationToken);
        return new ParticipantLink(channel.Id.Value, removed.Value.ActorId.Value);
    }
}
