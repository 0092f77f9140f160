using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using MediatR;

namespace Eliza.Application.Agents.CompleteMessage;

internal sealed class CompleteMessageCommandHandler(
    IAgentDirectory agents, IChannelDirectory channels, IAgentRunRepository runs, IRunMessages messages, ICaller caller, TimeProvider time)
    : IRequestHandler<CompleteMessageCommand, Result<Completion>>
{
    /// <summary>More agents than work on one message.</summary>
    private const int MaxAgents = 100;

    private const string NoReason = "The agent reported a failure";

    public async Task<Result<Completion>> Handle(CompleteMessageCommand command, CancellationToken cancellationToken)
    {
        var found = command.IsById ? await FindByIdAsync(command, cancellationToken) : await FindByPromptAsync(command, cancellationToken);
        if (found.Error is { } error) return error;

        var run = found.Value;
        if (run.IsOpen) await EndAsync(run, command, cancellationToken);
        var response = run.ReplyId is { } reply ? await messages.FindTextAsync(reply, cancellationToken) : null;
        return new Completion(response ?? "");
    }

    private async Task EndAsync(AgentRun run, CompleteMessageCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (command.HasFailed) run.GiveUp(command.Error ?? NoReason, now);
        else run.Conclude(run.ReplyId ?? await messages.FindAnswerAsync(run.Conversation, run.MessageId, cancellationToken), now);
    }

    private async Task<Result<AgentRun>> FindByPromptAsync(CompleteMessageCommand command, CancellationToken cancellationToken)
    {
        if (await agents.FindAsync(command.AgentId!, cancellationToken) is not { } agent) return AgentErrors.NotFound(command.AgentId!);
        if (await channels.FindRoomAsync(command.RoomId!, cancellationToken) is not { } room) return ChannelErrors.NotFound(command.RoomId!);
        if (!MayComplete(agent.Id)) return CommonErrors.Forbidden;

        var (conversation, user) = (new Conversation(agent.Id, room), ActorId.From(command.UserId!));
        var id = await messages.FindByPromptAsync(conversation, user, command.Prompt!, cancellationToken);
        var run = id is null ? null : await runs.FindAsync(id.Value, cancellationToken);
        return run is null ? AgentRunErrors.NoneOf(agent.Id, command.RoomId!, command.UserId!) : run;
    }

    private async Task<Result<AgentRun>> FindByIdAsync(CompleteMessageCommand command, CancellationToken cancellationToken)
    {
        var named = command.AgentId is { } text ? ActorId.From(text) : caller.Current is { Kind: CallerKind.Agent } self ? self.Actor : null;
        if (named is not null && await agents.FindAsync(named, cancellationToken) is null) return AgentErrors.NotFound(named.Value);
        if (!MayComplete(named)) return CommonErrors.Forbidden;

        var message = new MessageId(Guid.Parse(command.MessageId!));
        var known = await runs.ListAsync(new RunsOfMessage(message, named, MaxAgents), cancellationToken);
        var open = known.Where(run => run.IsOpen).ToList();
        return (open.Count > 0 ? open : known) switch
        {
            [] => AgentRunErrors.NoneFor(command.MessageId!),
            [var one] => one,
            _ => CommonErrors.Invalid(nameof(command.AgentId), AgentRunErrors.SeveralAgents),
        };
    }

    /// <summary>Whether the caller may speak for the agent; with none named, for whichever it is.</summary>
    private bool MayComplete(ActorId? agent) =>
        caller.Current is { } known && known.May(Scopes.MessagesWrite) && (known.IsTrusted || (known.Kind is CallerKind.Agent && known.Actor == agent));
}
