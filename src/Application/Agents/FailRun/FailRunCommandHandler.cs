using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.FailRun;

internal sealed class FailRunCommandHandler(IAgentRunRepository runs, TimeProvider time) : IRequestHandler<FailRunCommand, Result<AgentRunStatus>>
{
    public async Task<Result<AgentRunStatus>> Handle(FailRunCommand command, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(command.RunId, cancellationToken) is not { } run) return AgentRunErrors.NotFound(command.RunId);
        var result = run.Fail(command.Lease, command.Reason, time.GetUtcNow());
        return result.Error is { } error ? error : run.Status;
    }
}
