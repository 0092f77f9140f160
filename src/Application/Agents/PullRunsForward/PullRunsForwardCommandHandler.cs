using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.PullRunsForward;

internal sealed class PullRunsForwardCommandHandler(IAgentRunRepository runs, TimeProvider time)
    : IRequestHandler<PullRunsForwardCommand, Result<int>>
{
    public async Task<Result<int>> Handle(PullRunsForwardCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ahead = await runs.ClaimAsync(new RunsTooFarAhead(now, command.LeaseTime, command.Limit), cancellationToken);
        foreach (var run in ahead) run.PullForward(now, command.LeaseTime);
        return ahead.Count;
    }
}
