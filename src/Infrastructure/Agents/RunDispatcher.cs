using Eliza.Application.Agents;
using Eliza.Application.Agents.AbandonRuns;
using Eliza.Application.Agents.ClaimNextRuns;
using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Agents.PullRunsForward;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents;

/// <summary>
/// Takes due runs under a lease and has their agents answer. It follows up each hint where it was given, and sweeps the
/// whole database once in a while, so that whatever a crash or a lost hint left behind is found. At its stop it finishes
/// what it holds; what does not end in time it gives back.
/// </summary>
internal sealed partial class RunDispatcher(
    RunWorker worker, Requests requests, RunSignal signal, INodeBus bus, IOptions<AgentsOptions> options, IOptions<DatabaseOptions> database, TimeProvider time,
    ILogger<RunDispatcher> logger)
    : BackgroundService, IHealthProbe
{
    private const int Batch = 500;

    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(1);

    /// <summary>What cannot even be given back within that, for its database does not answer, is free when its lease has ended.</summary>
    private static readonly TimeSpan TimeToGiveBack = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongSilence = TimeSpan.FromSeconds(30);

    private readonly RunsUnderWay _underWay = new(options.Value.MaxConcurrentRuns);
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Long enough for all agents but those whose settings ask for more; theirs are extended.</summary>
    private readonly TimeSpan _leaseTime = TimeSpan.FromSeconds(options.Value.ReplyTimeoutSeconds) + RunWorker.Margin;

    /// <summary>That of the slowest agent there may be: no run that is held, or deferred, is due further ahead.</summary>
    private readonly TimeSpan _longestLease = TimeSpan.FromSeconds(AgentSettings.MaxTimeoutSeconds) + RunWorker.Margin;
    private long _lastSuccess = time.GetTimestamp();
    private long? _lastSweep;

    public string Name => "agents";

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken) =>
        Task.FromResult(time.GetElapsedTime(Interlocked.Read(ref _lastSuccess)) < LongSilence ? ProbeResult.Healthy : ProbeResult.Unhealthy("no run could be looked for"));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var ended = _underWay.WhenAllEndedAsync();
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ended.IsCompleted) return;
        await _abort.CancelAsync();
        await ended.WaitAsync(TimeToGiveBack, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is held in a database of several servers may be held by another one, which is at it.
        var abandoned = database.Value.IsShared;
        var signalled = SignalledRuns.Nowhere;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!abandoned) abandoned = await RepeatAsync(new AbandonRunsCommand(Batch), stoppingToken);
                await FollowUpAsync(signalled, stoppingToken);
                if (IsTimeToSweep()) await SweepAsync(stoppingToken);
                signalled = await signal.WaitAsync(SweepInterval, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LookingFailed(StorageFaults.Unexplained(exception), exception.GetBaseException().Message);
                await Task.Delay(SweepInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                // Cancelled; or, after a start that failed, torn down together with all that it works with.
                return;
            }
        }
    }

    /// <summary>
    /// Looks only where runs were signalled. What an agent has no hands for is left to a sweep as soon as it has one free, or to another node: that is told
    /// of what was signalled here, for of the rest the other nodes know.
    /// </summary>
    private async Task FollowUpAsync(SignalledRuns signalled, CancellationToken cancellationToken)
    {
        var affordable = _underWay.Affordable(signalled.All);
        if (affordable.Count < signalled.Here.Count + signalled.Elsewhere.Count)
            foreach (var left in signalled.Here.Except(affordable)) bus.Publish(new NodeHint.RunsMayBegin(left));
        foreach (var some in affordable.Chunk(Batch)) await ClaimAsync(new ClaimNextRunsCommand(some, _leaseTime), cancellationToken);
    }

    private bool IsTimeToSweep() => _underWay.CanTakeWhatHadToWait || _lastSweep is not { } last || time.GetElapsedTime(last) >= SweepInterval;

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        _lastSweep = time.GetTimestamp();
        await RepeatAsync(new PullRunsForwardCommand(_longestLease, Batch), cancellationToken);
        int claimed, limit;
        do
        {
            (var busy, limit) = _underWay.Capacity();
            claimed = await ClaimAsync(new ClaimRunsCommand(busy, limit, _leaseTime), cancellationToken);
        }
        while (claimed == limit);
    }

    /// <summary>Takes runs and starts them; the answer is how many.</summary>
    private async Task<int> ClaimAsync(ICommand<IReadOnlyList<ClaimedRun>> command, CancellationToken cancellationToken)
    {
        var claimed = await requests.SendAsync(command, cancellationToken);
        if (claimed.Error is { } error)
        {
            CommandFailed(command.GetType().Name, error.Code);
            return 0;
        }
        Interlocked.Exchange(ref _lastSuccess, time.GetTimestamp());
        foreach (var run in claimed.Value) _underWay.Start(run, () => WorkAsync(run));
        return claimed.Value.Count;
    }

    private async Task WorkAsync(ClaimedRun run)
    {
        await worker.WorkAsync(run, _abort.Token);

        // Given back, if it was not just done: who goes on is to take it up at once, and not at its next sweep.
        if (_abort.IsCancellationRequested) bus.Publish(new NodeHint.RunsMayBegin(run.Conversation));
        _underWay.End(run);
        if (_underWay.CanTakeWhatHadToWait) signal.Raise(run.Conversation);
    }

    /// <summary>Sends a command that goes through its work by batches until there is no more; the answer is whether it got through.</summary>
    private async Task<bool> RepeatAsync(ICommand<int> command, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = await requests.SendAsync(command, cancellationToken);
            if (done.Error is { } error)
            {
                CommandFailed(command.GetType().Name, error.Code);
                return false;
            }
            if (done.Value < Batch) return true;
        }
    }

    [LoggerMessage(3, LogLevel.Error, "Looking for due runs failed ({Reason}); trying again in a moment")]
    private partial void LookingFailed(Exception? exception, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Command} failed: {Code}; trying again in a moment")]
    private partial void CommandFailed(string command, string code);
}
