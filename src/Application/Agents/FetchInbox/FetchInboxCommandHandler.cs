using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.FetchInbox;

internal sealed class FetchInboxCommandHandler(
    IAgentDirectory agents, IAgentRunRepository runs, IRunMessages messages, ICaller caller, TimeProvider time)
    : IRequestHandler<FetchInboxCommand, Result<Inbox>>
{
    public async Task<Result<Inbox>> Handle(FetchInboxCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId);
        if (!caller.MayServe(agent.Id, Scopes.MessagesRead)) return CommonErrors.Forbidden;
        if (!agent.Listener.FetchesRuns) return AgentErrors.FetchesNothing;
        if (!agent.Listener.IsActive) return new Inbox([]);

        var now = time.GetUtcNow();
        var due = await runs.ListInboxAsync(agent.Id, now, command.Limit ?? 1, cancellationToken);
        var claimed = ClaimedRun.Claim(due, now, LeaseSeconds.Of(command.LeaseSeconds)).Select(run => run.Id).ToHashSet();
        var taken = due.Where(run => claimed.Contains(run.Id)).ToList();
        var questions = await messages.ListAsync([.. taken.Select(run => run.MessageId)], cancellationToken);
        return new Inbox([.. taken
            .Where(run => questions.ContainsKey(run.MessageId.Value))
            .Select(run => new InboxItem(run.Id.Value, run.Lease!.Value, run.Attempts, run.DueAt.ToUnixTimeSeconds(), questions[run.MessageId.Value]))]);
    }
}
