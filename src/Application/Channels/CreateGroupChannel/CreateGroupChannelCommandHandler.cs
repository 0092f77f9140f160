using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.CreateGroupChannel;

internal sealed class CreateGroupChannelCommandHandler(ChannelFactory factory, ICaller caller, IMapper mapper)
    : IRequestHandler<CreateGroupChannelCommand, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(CreateGroupChannelCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.ChannelsWrite)) return CommonErrors.Forbidden;

        var draft = ChannelDraft.Of(command.ServerId, command.Name, command.Description, command.Metadata);
        var group = await factory.CreateAsync(draft, ChannelType.Group, command.Participants.ToActors(), cancellationToken);
        return group.Error is { } error
            ? error
            : mapper.Map<ChannelResponse>(group.Value).Telling([.. group.Value.Participants.Select(participant => participant.ActorId.Value)]);
    }
}
