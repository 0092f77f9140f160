using Eliza.Application.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetStatus;

internal sealed class GetStatusQueryHandler(IAgentDirectory agents, TimeProvider time) : IRequestHandler<GetStatusQuery, Result<StatusReport>>
{
    public async Task<Result<StatusReport>> Handle(GetStatusQuery query, CancellationToken cancellationToken) =>
        new StatusReport("ok", await agents.CountActiveAsync(cancellationToken), time.GetUtcNow());
}
