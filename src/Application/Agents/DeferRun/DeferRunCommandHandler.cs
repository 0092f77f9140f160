using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.DeferRun;

internal sealed class DeferRunCommandHandler(IAgentRunRepository runs, TimeProvider time) : IRequestHandler<DeferRunCommand, Result<AgentRunStatus>>
{
    public async Task<Result<AgentRunStatus>> Handle(DeferRunCommand command, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(command.RunId, cancellationToken) is not { } run) return AgentRunErrors.NotFound(command.RunId);
        var result = run.Defer(command.Lease, time.GetUtcNow(), command.Patience);
        return result.Error is { } error ? error : run.Status;
    }
}
