using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.AbandonRuns;

internal sealed class AbandonRunsCommandHandler(IAgentRunRepository runs, TimeProvider time)
    : IRequestHandler<AbandonRunsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(AbandonRunsCommand command, CancellationToken cancellationToken)
    {
        var abandoned = await runs.ListAsync(new RunningRuns(command.Limit), cancellationToken);
        foreach (var run in abandoned) run.Abandon(time.GetUtcNow());
        return abandoned.Count;
    }
}
