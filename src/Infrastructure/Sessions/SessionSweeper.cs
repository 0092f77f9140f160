using Eliza.Application.Common;
using Eliza.Application.Sessions;
using Eliza.Application.Sessions.ExpireSessions;
using Eliza.Application.Sessions.ForgetSessions;
using Eliza.Application.Sessions.GetNextDue;
using Eliza.Application.Sessions.KeepTime;
using Eliza.Application.Sessions.WarnSessions;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Sessions;

/// <summary>
/// Ends sessions whose time is up, warns of ends that are near, and forgets what ended long ago; a few at a time, so that
/// requests need not wait for it. It looks when the next one is due, and once in a while in any case. What it says it says
/// once: the sessions themselves know what was said, and of two servers that find the same one the database lets one through.
/// </summary>
internal sealed partial class SessionSweeper(
    Requests requests, IHints hints, IOptions<SessionsOptions> options, TimeProvider time, ILogger<SessionSweeper> logger) : BackgroundService
{
    internal const int Batch = 200;

    /// <summary>Between two sweeps, however many sessions become due meanwhile.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TimeSpan _interval = TimeSpan.FromMinutes(options.Value.CleanupIntervalMinutes);

    /// <summary>Before anybody is served, the clock of sessions goes on from where it was.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await requests.SendAsync(new KeepTimeCommand(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var due = hints.Listen(SessionTopic.Due);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                await Task.Delay(Pause, time, stoppingToken);
                await due.WaitAsync(await FindWaitAsync(stoppingToken), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                SweepFailed(StorageFaults.Unexplained(exception), exception.GetBaseException().Message);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await requests.SendAsync(new KeepTimeCommand(), cancellationToken);
        var (expired, warned, forgotten) = (0, 0, 0);
        int ended, told, gone;
        do
        {
            // By turns: the many that ended during a stop must not keep those that live from being warned in time.
            expired += ended = await CarryOutAsync(new ExpireSessionsCommand(Batch), cancellationToken);
            warned += told = await CarryOutAsync(new WarnSessionsCommand(Batch), cancellationToken);
            forgotten += gone = await CarryOutAsync(new ForgetSessionsCommand(Batch), cancellationToken);
        }
        while (ended == Batch || told == Batch || gone == Batch);
        if (expired + warned + forgotten > 0) Swept(expired, warned, forgotten);
    }

    private async Task<TimeSpan> FindWaitAsync(CancellationToken cancellationToken)
    {
        var due = await requests.SendAsync(new GetNextDueQuery(), cancellationToken);
        return due.IsSuccess && due.Value < _interval ? due.Value : _interval;
    }

    /// <summary>How many it was; none when the database cannot be written just now.</summary>
    private async Task<int> CarryOutAsync(ICommand<int> command, CancellationToken cancellationToken)
    {
        var done = await requests.SendAsync(command, cancellationToken);
        if (done.Error is not { } error) return done.Value;
        CommandFailed(command.GetType().Name, error.Code);
        return 0;
    }

    [LoggerMessage(35, LogLevel.Information, "Sessions: {Expired} expired, {Warned} warned, {Forgotten} forgotten")]
    private partial void Swept(int expired, int warned, int forgotten);

    [LoggerMessage(37, LogLevel.Warning, "{Command} failed: {Code}; trying again in a moment")]
    private partial void CommandFailed(string command, string code);

    [LoggerMessage(36, LogLevel.Error, "Sessions could not be swept ({Reason}); trying again in a moment")]
    private partial void SweepFailed(Exception? exception, string reason);
}
