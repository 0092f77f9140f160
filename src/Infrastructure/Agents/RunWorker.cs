using Eliza.Application.Agents;
using Eliza.Application.Agents.CompleteRun;
using Eliza.Application.Agents.DeferRun;
using Eliza.Application.Agents.ExtendLease;
using Eliza.Application.Agents.FailRun;
using Eliza.Application.Agents.GetTurn;
using Eliza.Application.Agents.ReleaseRun;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Agents;

/// <summary>
/// Carries out one claimed run: asks the agent and saves its answer. What goes wrong with the agent costs it an attempt;
/// what goes wrong with the server gives the run back untried.
/// </summary>
internal sealed partial class RunWorker(Requests requests, AgentAnswers answers, TimeProvider time, ILogger<RunWorker> logger)
{
    /// <summary>How much longer than the agent's time a lease lasts: the time to load the turn and to save the answer.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Never throws. What it cannot even report is found by the sweep when the lease has ended.</summary>
    public async Task WorkAsync(ClaimedRun run, CancellationToken abort)
    {
        using var attempt = new RunAttempt(time);
        try
        {
            try
            {
                var turn = await requests.SendAsync(new GetTurnQuery(run.Id), abort);
                if (turn.Value.Turn is not { } question)
                {
                    await ReportAsync(run, AgentAnswer.Nothing, attempt);
                    return;
                }
                attempt.Ask(question.Kind);
                if (await HoldAsync(run, question, abort)) await ReportAsync(run, await answers.AskAsync(question, abort), attempt);
            }
            catch (Exception exception)
            {
                if (!abort.IsCancellationRequested) ServerFailed(StorageFaults.Unexplained(exception), run.Id.Value, exception.GetBaseException().Message);
                await ReleaseAsync(run);
            }
        }
        catch (Exception exception)
        {
            CouldNotReport(StorageFaults.Unexplained(exception), run.Id.Value, exception.GetBaseException().Message);
        }
    }

    /// <summary>
    /// Makes sure that the lease outlasts the agent's time; the answer is whether the run is still ours. A claim knows no
    /// agent's settings, and if every lease were as long as the slowest agent's, a dead server's runs would lie idle for
    /// an hour: so those of slow agents are extended one by one.
    /// </summary>
    private async Task<bool> HoldAsync(ClaimedRun run, AgentTurn turn, CancellationToken abort)
    {
        var time = answers.TimeFor(turn);
        if (time <= answers.UsualTime) return true;
        var extended = await requests.SendAsync(new ExtendLeaseCommand(run.Id, run.Lease, time + Margin), abort);
        if (extended.Error is not null && !IsSettled(extended)) await GiveBackAsync(run, extended.Error);
        return extended.Error is null;
    }

    private async Task ReportAsync(ClaimedRun run, AgentAnswer answer, RunAttempt attempt)
    {
        var saved = await requests.SendAsync(OutcomeOf(run, answer), CancellationToken.None);
        var isRefused = saved.Error is { Kind: ErrorKind.Validation };
        if (isRefused) saved = await requests.SendAsync(new FailRunCommand(run.Id, run.Lease, saved.Error!.Details), CancellationToken.None);

        if (!IsSettled(saved)) await GiveBackAsync(run, saved.Error!);
        else if (saved.Error is not null) attempt.Lost();
        else if (isRefused) attempt.Refused();
        else attempt.Saved(answer);
    }

    private static ICommand<AgentRunStatus> OutcomeOf(ClaimedRun run, AgentAnswer answer) => answer switch
    {
        { Failure: { } reason } => new FailRunCommand(run.Id, run.Lease, reason),
        { Patience: { } patience } => new DeferRunCommand(run.Id, run.Lease, patience),
        _ => new CompleteRunCommand(run.Id, run.Lease, answer),
    };

    private async Task GiveBackAsync(ClaimedRun run, Error error)
    {
        NotSaved(run.Id.Value, error.Code);
        await ReleaseAsync(run);
    }

    private async Task ReleaseAsync(ClaimedRun run)
    {
        var released = await requests.SendAsync(new ReleaseRunCommand(run.Id, run.Lease), CancellationToken.None);
        if (!IsSettled(released)) NotSaved(run.Id.Value, released.Error!.Code);
    }

    /// <summary>Saved, or no longer ours to save: another took the run over, or it is gone with its channel.</summary>
    private static bool IsSettled(Result<AgentRunStatus> result) =>
        result.Error is null or { Kind: ErrorKind.NotFound } || result.Error.Code == AgentRunErrors.LeaseLost.Code;

    [LoggerMessage(10, LogLevel.Error, "Run {Run}: the server failed ({Reason}); the run is tried again")]
    private partial void ServerFailed(Exception? exception, Guid run, string reason);

    [LoggerMessage(6, LogLevel.Error, "Run {Run}: its outcome could not be saved ({Reason}); it is tried again when its lease has ended")]
    private partial void CouldNotReport(Exception? exception, Guid run, string reason);

    [LoggerMessage(70, LogLevel.Error, "Run {Run}: its outcome could not be saved: {Code}")]
    private partial void NotSaved(Guid run, string code);
}
