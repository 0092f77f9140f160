using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.CreateChannel;

internal sealed class CreateChannelCommandHandler(ChannelFactory factory, ICaller caller, IMapper mapper)
    : IRequestHandler<CreateChannelCommand, Result<ChannelResponse>>
{
    public async Task<Result<ChannelResponse>> Handle(CreateChannelCommand command, CancellationToken cancellationToken)
    {
        var draft = ChannelDraft.Of(command.ServerId, command.Name, command.Description, command.Metadata, command.IsPrivate ?? false);
        var (type, members) = (command.ResolvedType!.Value, command.ParticipantCentralUserIds.ToActors());

        var opened = type is ChannelType.Dm && PairOf(members) is { } pair
            ? await factory.OpenPairAsync(draft, pair, cancellationToken)
            : await factory.CreateAsync(draft, type, members, cancellationToken);
        if (opened.Error is { } error) return error;

        var response = mapper.Map<ChannelResponse>(opened.Value);
        return members.Count == 0 ? response : response.Telling([.. opened.Value.Participants.Select(participant => participant.ActorId.Value)]);
    }

    /// <summary>The two of a direct channel: those who are named, or the one who is named and the caller; null when it has no such two.</summary>
    private ChannelPair? PairOf(IReadOnlyList<ActorId> members) => members switch
    {
        [var one, var other] => ChannelPair.Create(one, other).Value,
        [var other] when caller.Current?.Actor is { } self && ChannelPair.Create(self, other) is { IsSuccess: true } pair => pair.Value,
        _ => null,
    };
}
