using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.GetParticipant;

internal sealed class GetParticipantQueryHandler(IChannelDirectory channels, IReadRepository<Participant> participants, ICaller caller)
    : IRequestHandler<GetParticipantQuery, Result<ParticipantResponse>>
{
    public async Task<Result<ParticipantResponse>> Handle(GetParticipantQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;

        var found = ActorId.Create(query.UserId) is { IsSuccess: true } actor
            ? await participants.FirstOrDefaultAsync<ParticipantResponse>(new ParticipantOfChannel(view.Value.Id, actor.Value), cancellationToken)
            : null;
        return found is null ? ChannelErrors.NotAParticipant(query.UserId) : found;
    }
}
