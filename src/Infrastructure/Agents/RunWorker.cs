using Eliza.Application.Agents;
using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Agents.FailRun;
using Eliza.Application.Agents.GetTurn;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents;

/// <summary>Carries out one claimed run: asks the agent, saves its answer, or says why there is none.</summary>
internal sealed partial class RunWorker(
    Requests requests, IEnumerable<IAgentRuntime> runtimes, IOptions<AgentsOptions> options, TimeProvider time, ILogger<RunWorker> logger)
{
    private readonly Dictionary<string, IAgentRuntime> _runtimes = runtimes.ToDictionary(runtime => runtime.Kind);

    /// <summary>Never throws. What it cannot even report is found by the sweep when the lease has ended.</summary>
    public async Task WorkAsync(ClaimedRun run, CancellationToken abort)
    {
        try
        {
            if (await TryAnswerAsync(run, abort) is { } reason)
                await requests.SendAsync(new FailRunCommand(run.Id, run.Lease, reason), CancellationToken.None);
        }
        catch (Exception exception) when (abort.IsCancellationRequested)
        {
            // A runtime that is torn away from its work may say so in any way.
            if (exception is not OperationCanceledException) AttemptFailed(exception, run.Id.Value, run.AgentId.Value);
            await ReleaseAsync(run);
        }
        catch (Exception exception)
        {
            CouldNotReport(exception, run.Id.Value);
        }
    }

    /// <summary>Why the attempt failed, or null when it is settled: answered, ignored, or another's by now.</summary>
    private async Task<string?> TryAnswerAsync(ClaimedRun run, CancellationToken abort)
    {
        try
        {
            var turn = await requests.SendAsync(new GetTurnQuery(run.Id), abort);
            if (turn.Error is { } unread) return unread.Details;
            var answer = turn.Value.Turn is null ? new AgentAnswer(null, null) : await AskAsync(turn.Value.Turn, abort);
            var completed = await requests.SendAsync(new CompleteRunCommand(run.Id, run.Lease, answer), CancellationToken.None);
            return completed.Error is null or { Kind: ErrorKind.Conflict or ErrorKind.NotFound } ? null : completed.Error.Details;
        }
        catch (Exception exception) when (!abort.IsCancellationRequested)
        {
            AttemptFailed(exception, run.Id.Value, run.AgentId.Value);
            return exception is LateException ? exception.Message : $"The agent's runtime failed ({exception.GetType().Name})";
        }
    }

    private async Task<AgentAnswer> AskAsync(AgentTurn turn, CancellationToken abort)
    {
        if (!_runtimes.TryGetValue(turn.Kind, out var runtime)) throw new InvalidOperationException($"No runtime answers for agents of kind '{turn.Kind}'.");

        var seconds = options.Value.ReplyTimeoutSeconds;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, abort);
        try
        {
            // Not left to the runtime: one that does not listen would hold its run, and the server's stop, for good.
            return await runtime.AnswerAsync(turn, stop.Token).WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !abort.IsCancellationRequested)
        {
            throw new LateException(seconds);
        }
    }

    private async Task ReleaseAsync(ClaimedRun run)
    {
        try
        {
            await requests.SendAsync(new ReleaseRunCommand(run.Id, run.Lease), CancellationToken.None);
        }
        catch (Exception exception)
        {
            CouldNotReport(exception, run.Id.Value);
        }
    }

    [LoggerMessage(5, LogLevel.Warning, "Run {Run} of agent {Agent}: an attempt failed")]
    private partial void AttemptFailed(Exception exception, Guid run, string agent);

    [LoggerMessage(6, LogLevel.Error, "Run {Run}: its outcome could not be saved; it is tried again when its lease has ended")]
    private partial void CouldNotReport(Exception exception, Guid run);

    /// <summary>A type of our own: a runtime's exceptions may quote what people say, so their messages are not kept.</summary>
    private sealed class LateException(int seconds) : Exception($"The agent did not answer within {seconds} seconds");
}
