using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.ChangeParticipantRole;

internal sealed class ChangeParticipantRoleCommandHandler(IChannelRepository channels, ICaller caller, IMapper mapper)
    : IRequestHandler<ChangeParticipantRoleCommand, Result<ParticipantResponse>>
{
    public async Task<Result<ParticipantResponse>> Handle(ChangeParticipantRoleCommand command, CancellationToken cancellationToken)
    {
        if (ActorId.Create(command.UserId) is not { IsSuccess: true } actor)
            return await MissAsync(command, cancellationToken);
        if (await channels.FindAloneAsync(command.ChannelId, actor.Value, caller.Current, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        var role = ParticipantRoles.Parse(command.Role).Value;
        if (!channel.MayBeRanked(actor.Value, role, caller.Current)) return CommonErrors.Forbidden;

        await channels.LoadOwnersAsync(channel, cancellationToken);
        var changed = channel.ChangeRole(actor.Value, role);
        return changed.Error is { } error ? error : mapper.Map<ParticipantResponse>(changed.Value);
    }

    /// <summary>What is no id takes part nowhere; only who manages the channel hears that.</summary>
    private async Task<Error> MissAsync(ChangeParticipantRoleCommand command, CancellationToken cancellationToken)
    {
        if (await channels.FindForAsync(command.ChannelId, caller.Current, alone: false, cancellationToken) is not { } channel)
            return ChannelErrors.NotFound(command.ChannelId);
        return channel.AccessOf(caller.Current?.Actor).AllowsManaging(caller.Current) ? ChannelErrors.NotAParticipant(command.UserId) : CommonErrors.Forbidden;
    }
}
