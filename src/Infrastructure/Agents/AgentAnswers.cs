using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents;

/// <summary>Gets an agent's answer: from memory where the agent allows it, else from the runtime of its kind, within the agent's time.</summary>
/// <remarks>
/// From memory comes the answer to a question of the same words, whoever asks it and wherever; the agent's state stays as it
/// was. So kept is only what depends on nothing else: an answer that came without a state (Eliza's never do), to a message
/// without attachments of which the runtime saw no history (or it would tell one channel what was said in another), and only
/// if it may be said. Webhooks are told who asks and where, so theirs never are, nor silence, promises and failures.
/// </remarks>
internal sealed partial class AgentAnswers(
    IEnumerable<IAgentRuntime> runtimes, ReplyCache cache, IOptions<AgentsOptions> options, TimeProvider time, ILogger<AgentAnswers> logger)
{
    private readonly Dictionary<string, IAgentRuntime> _runtimes = runtimes.ToDictionary(runtime => runtime.Kind);

    /// <summary>How long an agent may think about one message that has no settings of its own.</summary>
    public TimeSpan UsualTime { get; } = TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds);

    public TimeSpan TimeFor(AgentTurn turn) => turn.Settings.TimeoutSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : UsualTime;

    /// <summary>Throws only when it was aborted.</summary>
    public async Task<AgentAnswer> AskAsync(AgentTurn turn, CancellationToken abort)
    {
        if (!_runtimes.TryGetValue(turn.Kind, out var runtime)) return AgentAnswer.Failed($"No runtime answers for agents of kind '{turn.Kind}'");
        if (!DependsOnItsWordsAlone(turn)) return await AskAsync(runtime, turn, abort);

        var question = new ReplyCache.Question(turn.AgentId, turn.AgentUpdatedAt, turn.Text);
        if (cache.Find(question) is { } known) return new AgentAnswer(known, null);
        var answer = await AskAsync(runtime, turn, abort);
        if (answer is { Text: { } text, State: null } && MessageContent.Create(text).Error is null) cache.Keep(question, text);
        return answer;
    }

    private static bool DependsOnItsWordsAlone(AgentTurn turn) => turn.Settings.CacheReplies && turn.Kind != AgentKind.Webhook.Value
        && turn.Attachments.Count == 0 && turn.Context is not { History.Count: > 0 };

    private async Task<AgentAnswer> AskAsync(IAgentRuntime runtime, AgentTurn turn, CancellationToken abort)
    {
        using var late = new CancellationTokenSource(TimeFor(turn), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abort);
        try
        {
            // Not left to the runtime: one that does not listen would hold its run, and the server's stop, for good.
            var answer = await runtime.AnswerAsync(turn, stop.Token).WaitAsync(stop.Token);
            if (answer.Failure is { } reason) NoAnswer(turn.RunId.Value, turn.AgentId.Value, reason);
            return answer;
        }
        catch (Exception exception)
        {
            // Torn away from its work by the server's stop, a runtime may say so in any way.
            abort.ThrowIfCancellationRequested();
            if (late.IsCancellationRequested) return AgentAnswer.Failed($"The agent did not answer within {TimeFor(turn).TotalSeconds} seconds");

            // Its message may quote what people said, so neither the log nor the run keeps it.
            RuntimeFailed(turn.RunId.Value, turn.AgentId.Value, exception.GetType().Name, exception.StackTrace);
            return AgentAnswer.Failed($"The agent's runtime failed ({exception.GetType().Name})");
        }
    }

    [LoggerMessage(5, LogLevel.Warning, "Run {Run} of agent {Agent}: its runtime failed with {Type}\n{StackTrace}")]
    private partial void RuntimeFailed(Guid run, string agent, string type, string? stackTrace);

    [LoggerMessage(13, LogLevel.Warning, "Run {Run} of agent {Agent}: no answer. {Reason}")]
    private partial void NoAnswer(Guid run, string agent, string reason);
}
