using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ListRuns;

internal sealed class ListRunsQueryHandler(IRunHistory history, IAgentDirectory agents, ICaller caller) : IRequestHandler<ListRunsQuery, Result<RunList>>
{
    public async Task<Result<RunList>> Handle(ListRunsQuery query, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(query.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(query.AgentId);
        if (!caller.MayServe(agent.Id, Scopes.MessagesRead)) return CommonErrors.Forbidden;
        return await history.ListAsync(FilterOf(agent.Id, query), query.LimitOrDefault(), query.OffsetOrDefault(), cancellationToken);
    }

    private static RunFilter FilterOf(ActorId agent, ListRunsQuery query)
    {
        var statuses = query.Status is null ? [] : AgentRunStatuses.Meaning(query.Status).Value;
        return new RunFilter(
            agent,
            ChannelId.TryParse(query.RoomId, out var channel) ? channel : null,
            statuses.Count == Enum.GetValues<AgentRunStatus>().Length ? [] : statuses,
            Moment(query.From),
            Moment(query.To));
    }

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;
}
