using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.ListParticipants;

internal sealed class ListParticipantsQueryHandler(IChannelDirectory channels, IReadRepository<Participant> participants)
    : IRequestHandler<ListParticipantsQuery, Result<Page<ParticipantResponse>>>
{
    public async Task<Result<Page<ParticipantResponse>>> Handle(ListParticipantsQuery query, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(query.ChannelId, cancellationToken) is not { } channel) return ChannelErrors.NotFound(query.ChannelId);
        var page = new ParticipantsOfChannelPage(channel.Id, kind: null, query.LimitOrDefault(), query.OffsetOrDefault());
        return await participants.PageAsync<Participant, ParticipantResponse>(page, query, cancellationToken);
    }
}
