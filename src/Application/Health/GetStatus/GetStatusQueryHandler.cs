using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetStatus;

internal sealed class GetStatusQueryHandler(IServerOverview overview, IServerState state, TimeProvider time) : IRequestHandler<GetStatusQuery, Result<StatusReport>>
{
    public async Task<Result<StatusReport>> Handle(GetStatusQuery query, CancellationToken cancellationToken)
    {
        var agents = await overview.CountAgentsAsync(cancellationToken);
        return new StatusReport(
            "ok", agents.Active, time.GetUtcNow(), agents, state.Memory, Math.Round(state.Uptime.TotalSeconds, 3), ServerVersion.Text);
    }
}
