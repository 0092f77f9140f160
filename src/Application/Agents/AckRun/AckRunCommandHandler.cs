using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.AckRun;

internal sealed class AckRunCommandHandler(IAgentRunRepository runs, IAgentDirectory agents, ICaller caller, TimeProvider time)
    : IRequestHandler<AckRunCommand, Result<RunLease>>
{
    public async Task<Result<RunLease>> Handle(AckRunCommand command, CancellationToken cancellationToken)
    {
        var found = await runs.FindFetchedAsync(agents, caller, command.AgentId, command.RunId, cancellationToken);
        if (found.Error is { } notFound) return notFound;

        var lease = Guid.Parse(command.Lease!);
        var renewed = found.Value.Extend(lease, time.GetUtcNow() + LeaseSeconds.Of(command.LeaseSeconds));
        return renewed.Error is { } error ? error : new RunLease(found.Value.Id.Value, lease, found.Value.DueAt.ToUnixTimeSeconds());
    }
}
