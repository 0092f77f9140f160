using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Channels.ListChannelAgents;

internal sealed class ListChannelAgentsQueryHandler(IChannelDirectory channels, IChannelMembers members, ICaller caller)
    : IRequestHandler<ListChannelAgentsQuery, Result<Page<AgentResponse>>>
{
    public async Task<Result<Page<AgentResponse>>> Handle(ListChannelAgentsQuery query, CancellationToken cancellationToken)
    {
        var view = await channels.FindReadableAsync(query.ChannelId, caller.Current, cancellationToken);
        if (view.Error is { } error) return error;
        return await members.ListAgentsAsync(view.Value.Id, query.LimitOrDefault(), query.OffsetOrDefault(), cancellationToken);
    }
}
