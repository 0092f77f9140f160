using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.ListChannelAgents;

internal sealed class ListChannelAgentsQueryHandler(
    IChannelDirectory channels, IReadRepository<Participant> participants, IAgentDirectory agents, ICaller caller)
    : IRequestHandler<ListChannelAgentsQuery, Result<Page<AgentResponse>>>
{
    public async Task<Result<Page<AgentResponse>>> Handle(ListChannelAgentsQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;

        var specification = new ParticipantsOfChannelPage(view.Value.Id, ActorKind.Agent, query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await participants.PageAsync<Participant, ParticipantResponse>(specification, query, cancellationToken);

        var known = await agents.ListAsync([.. page.Items.Select(participant => ActorId.From(participant.UserId))], cancellationToken);
        var items = page.Items.Select(participant => known.GetValueOrDefault(participant.UserId)).OfType<AgentResponse>();
        return new Page<AgentResponse>([.. items], page.Limit, page.Offset, page.Total);
    }
}
