using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ClaimRuns;

internal sealed class ClaimRunsCommandHandler(IAgentRunRepository runs, TimeProvider time)
    : IRequestHandler<ClaimRunsCommand, Result<IReadOnlyList<ClaimedRun>>>
{
    public async Task<Result<IReadOnlyList<ClaimedRun>>> Handle(ClaimRunsCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await runs.ListDueAsync(now, command.Busy, command.Limit, cancellationToken);
        return Result<IReadOnlyList<ClaimedRun>>.Success(ClaimedRun.Claim(due, now, command.LeaseTime));
    }
}
