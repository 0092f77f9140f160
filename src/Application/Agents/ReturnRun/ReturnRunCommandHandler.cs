using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.ReturnRun;

internal sealed class ReturnRunCommandHandler(IAgentRunRepository runs, IAgentDirectory agents, ICaller caller, TimeProvider time)
    : IRequestHandler<ReturnRunCommand, Result<ReturnedRun>>
{
    public async Task<Result<ReturnedRun>> Handle(ReturnRunCommand command, CancellationToken cancellationToken)
    {
        var found = await runs.FindFetchedAsync(agents, caller, command.AgentId, command.RunId, cancellationToken);
        if (found.Error is { } notFound) return notFound;

        var (lease, now) = (Guid.Parse(command.Lease!), time.GetUtcNow());
        var returned = command.Error is { } reason ? found.Value.Fail(lease, reason, now) : found.Value.Release(lease, now);
        return returned.Error is { } error ? error : new ReturnedRun(found.Value.Id.Value, found.Value.Status.Name());
    }
}
