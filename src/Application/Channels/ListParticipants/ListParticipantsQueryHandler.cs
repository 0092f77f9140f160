using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.ListParticipants;

internal sealed class ListParticipantsQueryHandler(IChannelDirectory channels, IReadRepository<Participant> participants, ICaller caller)
    : IRequestHandler<ListParticipantsQuery, Result<Page<ParticipantResponse>>>
{
    public async Task<Result<Page<ParticipantResponse>>> Handle(ListParticipantsQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;

        var page = new ParticipantsOfChannelPage(view.Value.Id, kind: null, query.LimitOrDefault(), query.OffsetOrDefault());
        return await participants.PageAsync<Participant, ParticipantResponse>(page, query, cancellationToken);
    }
}
