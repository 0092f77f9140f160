using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ClaimNextRuns;

internal sealed class ClaimNextRunsCommandHandler(IAgentRunRepository runs, TimeProvider time)
    : IRequestHandler<ClaimNextRunsCommand, Result<IReadOnlyList<ClaimedRun>>>
{
    public async Task<Result<IReadOnlyList<ClaimedRun>>> Handle(ClaimNextRunsCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = new List<AgentRun>();
        foreach (var conversation in command.Conversations)
        {
            if (await runs.FindNextAsync(conversation, cancellationToken) is { } run && run.IsDue(now)) due.Add(run);
        }
        return Result<IReadOnlyList<ClaimedRun>>.Success(ClaimedRun.Claim(due, now, command.LeaseTime));
    }
}
