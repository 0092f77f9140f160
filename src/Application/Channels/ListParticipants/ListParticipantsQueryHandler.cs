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
        if (!ChannelId.TryParse(query.ChannelId, out var channel) || await channels.FindServerAsync(channel, cancellationToken) is null)
            return ChannelErrors.NotFound(query.ChannelId);

        var page = new ParticipantsOfChannelPage(channel, kind: null, query.LimitOrDefault(), query.OffsetOrDefault());
        return await participants.PageAsync<Participant, ParticipantResponse>(page, query, cancellationToken);
    }
}
