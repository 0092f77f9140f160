using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ExtendLease;

internal sealed class ExtendLeaseCommandHandler(IAgentRunRepository runs, TimeProvider time) : IRequestHandler<ExtendLeaseCommand, Result<AgentRunStatus>>
{
    public async Task<Result<AgentRunStatus>> Handle(ExtendLeaseCommand command, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(command.RunId, cancellationToken) is not { } run) return AgentRunErrors.NotFound(command.RunId);
        var result = run.Extend(command.Lease, time.GetUtcNow() + command.LeaseTime);
        return result.Error is { } error ? error : run.Status;
    }
}
