using Eliza.Application.Agents;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Agents.FailRun;
using Eliza.Application.Agents.GetTurn;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents;

/// <summary>
/// Carries out one claimed run: asks the agent and saves its answer. What goes wrong with the agent costs it an attempt;
/// what goes wrong with the server gives the run back untried.
/// </summary>
internal sealed partial class RunWorker(
    Requests requests, IEnumerable<IAgentRuntime> runtimes, IOptions<AgentsOptions> options, TimeProvider time, ILogger<RunWorker> logger)
{
    /// <summary>How much longer than the agent's time a lease lasts: the time to load the turn and to save the answer.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IAgentRuntime> _runtimes = runtimes.ToDictionary(runtime => runtime.Kind);

    /// <summary>Never throws. What it cannot even report is found by the sweep when the lease has ended.</summary>
    public async Task WorkAsync(ClaimedRun run, CancellationToken abort)
    {
        try
        {
            try
            {
                var turn = await requests.SendAsync(new GetTurnQuery(run.Id), abort);
                var attempt = turn.Value.Turn is null ? Attempt.WithoutAnswer : await AskAsync(run, turn.Value.Turn, abort);
                await ReportAsync(run, attempt);
            }
            catch (Exception exception)
            {
                if (!abort.IsCancellationRequested) ServerFailed(exception, run.Id.Value);
                await ReleaseAsync(run);
            }
        }
        catch (Exception exception)
        {
            CouldNotReport(exception, run.Id.Value);
        }
    }

    private async Task<Attempt> AskAsync(ClaimedRun run, AgentTurn turn, CancellationToken abort)
    {
        if (!_runtimes.TryGetValue(turn.Kind, out var runtime)) return Attempt.Failed($"No runtime answers for agents of kind '{turn.Kind}'");

        var seconds = options.Value.ReplyTimeoutSeconds;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abort);
        try
        {
            // Not left to the runtime: one that does not listen would hold its run, and the server's stop, for good.
            return new Attempt(await runtime.AnswerAsync(turn, stop.Token).WaitAsync(stop.Token), null);
        }
        catch (Exception exception)
        {
            // Torn away from its work by the server's stop, a runtime may say so in any way.
            abort.ThrowIfCancellationRequested();
            if (late.IsCancellationRequested) return Attempt.Failed($"The agent did not answer within {seconds} seconds");

            // Its message may quote what people said, so neither the log nor the run keeps it.
            RuntimeFailed(run.Id.Value, run.Conversation.AgentId.Value, exception.GetType().Name, exception.StackTrace);
            return Attempt.Failed($"The agent's runtime failed ({exception.GetType().Name})");
        }
    }

    private async Task ReportAsync(ClaimedRun run, Attempt attempt)
    {
        if (attempt.Answer is { } answer)
        {
            var completed = await requests.SendAsync(new CompleteRunCommand(run.Id, run.Lease, answer), CancellationToken.None);
            if (IsSettled(completed)) return;
            if (completed.Error is not { Kind: ErrorKind.Validation } rule)
            {
                NotSaved(run.Id.Value, completed.Error!.Code);
                await ReleaseAsync(run);
                return;
            }
            attempt = Attempt.Failed(rule.Details);
        }
        var failed = await requests.SendAsync(new FailRunCommand(run.Id, run.Lease, attempt.Failure!), CancellationToken.None);
        if (!IsSettled(failed)) NotSaved(run.Id.Value, failed.Error!.Code);
    }

    private async Task ReleaseAsync(ClaimedRun run)
    {
        var released = await requests.SendAsync(new ReleaseRunCommand(run.Id, run.Lease), CancellationToken.None);
        if (!IsSettled(released)) NotSaved(run.Id.Value, released.Error!.Code);
    }

    /// <summary>Saved, or no longer ours to save: another took the run over, or it is gone with its channel.</summary>
    private static bool IsSettled(Result<AgentRunStatus> result) =>
        result.Error is null or { Kind: ErrorKind.NotFound } || result.Error.Code == AgentRunErrors.LeaseLost.Code;

    [LoggerMessage(5, LogLevel.Warning, "Run {Run} of agent {Agent}: its runtime failed with {Type}\n{StackTrace}")]
    private partial void RuntimeFailed(Guid run, string agent, string type, string? stackTrace);

    [LoggerMessage(10, LogLevel.Error, "Run {Run}: the server failed; the run is tried again")]
    private partial void ServerFailed(Exception exception, Guid run);

    [LoggerMessage(6, LogLevel.Error, "Run {Run}: its outcome could not be saved; it is tried again when its lease has ended")]
    private partial void CouldNotReport(Exception exception, Guid run);

    [LoggerMessage(8, LogLevel.Error, "Run {Run}: its outcome could not be saved: {Code}")]
    private partial void NotSaved(Guid run, string code);

    /// <summary>What came of asking the agent: an answer, or the reason why there is none.</summary>
    private sealed record Attempt(AgentAnswer? Answer, string? Failure)
    {
        public static readonly Attempt WithoutAnswer = new(new AgentAnswer(null, null), null);

        public static Attempt Failed(string reason) => new(null, reason);
    }
}
