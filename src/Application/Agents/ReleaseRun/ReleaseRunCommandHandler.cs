using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ReleaseRun;

internal sealed class ReleaseRunCommandHandler(IAgentRunRepository runs, TimeProvider time) : IRequestHandler<ReleaseRunCommand, Result<AgentRunStatus>>
{
    public async Task<Result<AgentRunStatus>> Handle(ReleaseRunCommand command, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(command.RunId, cancellationToken) is not { } run) return AgentRunErrors.NotFound(command.RunId);
        var result = run.Release(command.Lease, time.GetUtcNow());
        return result.Error is { } error ? error : run.Status;
    }
}
