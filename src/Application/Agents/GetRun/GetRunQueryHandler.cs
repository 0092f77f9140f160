using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.GetRun;

internal sealed class GetRunQueryHandler(IRunHistory history, IAgentDirectory agents, ICaller caller) : IRequestHandler<GetRunQuery, Result<RunResponse>>
{
    public async Task<Result<RunResponse>> Handle(GetRunQuery query, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(query.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(query.AgentId);
        if (!caller.MayServe(agent.Id, Scopes.MessagesRead)) return CommonErrors.Forbidden;
        var run = AgentRunId.TryParse(query.RunId, out var id) ? await history.FindAsync(agent.Id, id, cancellationToken) : null;
        return run is null || !IsIn(run, query.RoomId) ? AgentRunErrors.NotFound(query.RunId) : run.WithEvents();
    }

    private static bool IsIn(RunResponse run, string? room) => room is null || (Uuid.TryParse(room, out var channel) && channel == run.ChannelId);
}
