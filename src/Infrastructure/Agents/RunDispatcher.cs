using System.Collections.Concurrent;
using Eliza.Application.Agents.AbandonRuns;
using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Health;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents;

/// <summary>
/// Takes due runs under a lease and has their agents answer. It is woken when a run is queued or ends, and sweeps the
/// database besides, so that whatever a crash or a lost hint left behind is found. At its stop it finishes what it holds;
/// what does not end in time it gives back.
/// </summary>
internal sealed partial class RunDispatcher(
    RunWorker worker, Requests requests, RunBell bell, IOptions<AgentsOptions> options, TimeProvider time, ILogger<RunDispatcher> logger)
    : BackgroundService, IHealthProbe
{
    private const int AbandonBatch = 500;

    /// <summary>How much longer than the agent's time a lease lasts: the time to load the turn and to save the answer.</summary>
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LateSweep = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<AgentRunId, (ActorId Agent, Task Work)> _underWay = new();
    private readonly CancellationTokenSource _abort = new();
    private long _lastSweep = time.GetTimestamp();

    public string Name => "agents";

    public Task<bool> IsHealthyAsync(CancellationToken cancellationToken) =>
        Task.FromResult(time.GetElapsedTime(Interlocked.Read(ref _lastSweep)) < LateSweep);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using (cancellationToken.Register(_abort.Cancel))
            await Task.WhenAll(_underWay.Values.Select(run => run.Work));
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var abandoned = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!abandoned) await AbandonAsync(stoppingToken);
                abandoned = true;
                while (await ClaimAsync(stoppingToken) > 0) { }
                Interlocked.Exchange(ref _lastSweep, time.GetTimestamp());
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                SweepFailed(exception);
            }
            await bell.WaitAsync(SweepInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task AbandonAsync(CancellationToken cancellationToken)
    {
        Result<int> result;
        do result = await requests.SendAsync(new AbandonRunsCommand(AbandonBatch), cancellationToken);
        while (result is { IsSuccess: true, Value: AbandonBatch });
    }

    /// <summary>Takes what is due and starts it; the answer is how many.</summary>
    private async Task<int> ClaimAsync(CancellationToken cancellationToken)
    {
        var most = options.Value.MaxConcurrentRuns;
        var perAgent = _underWay.Values.CountBy(run => run.Agent).ToList();
        ActorId[] busy = [.. perAgent.Where(agent => agent.Value >= most).Select(agent => agent.Key)];

        // All that is claimed may be one agent's, so no more is claimed than the most occupied one of the others can take.
        var free = most - perAgent.Where(agent => agent.Value < most).Select(agent => agent.Value).DefaultIfEmpty(0).Max();
        var leaseTime = TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds) + LeaseMargin;

        var claimed = await requests.SendAsync(new ClaimRunsCommand(busy, free, leaseTime), cancellationToken);
        if (claimed.Error is { } error)
        {
            ClaimFailed(error.Code);
            return 0;
        }
        foreach (var run in claimed.Value) Start(run);
        return claimed.Value.Count;
    }

    private void Start(ClaimedRun run)
    {
        // Entered before it starts, so that it cannot end before it is entered.
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _underWay[run.Id] = (run.AgentId, WorkAsync(run, begin.Task));
        begin.SetResult();
    }

    private async Task WorkAsync(ClaimedRun run, Task begin)
    {
        await begin;
        await worker.WorkAsync(run, _abort.Token);
        _underWay.TryRemove(run.Id, out _);
        bell.Ring();
    }

    [LoggerMessage(3, LogLevel.Error, "Looking for due runs failed; trying again in a moment")]
    private partial void SweepFailed(Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Due runs could not be claimed: {Code}")]
    private partial void ClaimFailed(string code);
}
