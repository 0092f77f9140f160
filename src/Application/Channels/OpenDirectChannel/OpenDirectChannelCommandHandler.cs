using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.OpenDirectChannel;

internal sealed class OpenDirectChannelCommandHandler(ChannelFactory factory, ICaller caller, IMapper mapper)
    : IRequestHandler<OpenDirectChannelCommand, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(OpenDirectChannelCommand command, CancellationToken cancellationToken)
    {
        if (caller.Current is null) return CommonErrors.Forbidden;

        var pair = ChannelPair.Create(ActorId.From(command.One!), ActorId.From(command.Other!)).Value;
        var draft = ChannelDraft.Of(command.DmServerId, name: null, description: null, metadata: null);
        var opened = await factory.OpenPairAsync(draft, pair, cancellationToken);
        return opened.Error is { } error
            ? error
            : mapper.Map<ChannelResponse>(opened.Value).Telling([.. opened.Value.Participants.Select(participant => participant.ActorId.Value)]);
    }
}
