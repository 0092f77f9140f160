using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.CompleteRun;

internal sealed class CompleteRunCommandHandler(
    IAgentRunRepository runs, IAgentMemoryRepository memories, IAgentDirectory agents, IReplyPoster replies, TimeProvider time)
    : IRequestHandler<CompleteRunCommand, Result<AgentRunStatus>>
{
    public async Task<Result<AgentRunStatus>> Handle(CompleteRunCommand command, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(command.RunId, cancellationToken) is not { } run) return AgentRunErrors.NotFound(command.RunId);
        var ended = await EndAsync(run, command, cancellationToken);
        if (ended.Error is { } error) return error;

        await RememberAsync(run, command.Answer.State, cancellationToken);
        return run.Status;
    }

    private async Task<Result<AgentRun>> EndAsync(AgentRun run, CompleteRunCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (command.Answer.Text is not { } text || await agents.FindAsync(run.AgentId, cancellationToken) is not { } agent)
            return run.Ignore(command.Lease, now);

        var reply = await replies.PostAsync(new Reply(run.Id.AnswerId, run.ChannelId, run.MessageId, agent.Id, agent.Name, text), cancellationToken);
        return reply is null ? run.Ignore(command.Lease, now) : run.Complete(command.Lease, reply.Value, now);
    }

    private async Task RememberAsync(AgentRun run, string? state, CancellationToken cancellationToken)
    {
        if (state is null) return;
        if (await memories.FindAsync(run.AgentId, run.ChannelId, cancellationToken) is { } memory) memory.Keep(state);
        else memories.Add(AgentMemory.Begin(run.AgentId, run.ChannelId, state));
    }
}
