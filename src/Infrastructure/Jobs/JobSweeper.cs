using Eliza.Application.Jobs.ForgetJobs;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Jobs;

/// <summary>Removes jobs that expired long ago, a few at a time, so that requests need not wait for it.</summary>
internal sealed partial class JobSweeper(
    Requests requests, IOptions<JobsOptions> options, TimeProvider time, ILogger<JobSweeper> logger) : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                while (!stoppingToken.IsCancellationRequested && await ForgetAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                SweepFailed(StorageFaults.Unexplained(exception), exception.GetBaseException().Message);
            }
            catch (Exception)
            {
                return;
            }
        }
    }

    /// <summary>How many were removed; none when the database cannot be written just now.</summary>
    private async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var forgotten = await requests.SendAsync(new ForgetJobsCommand(TimeSpan.FromHours(options.Value.RetentionHours), Batch), cancellationToken);
        return forgotten.IsSuccess ? forgotten.Value : 0;
    }

    [LoggerMessage(73, LogLevel.Error, "Old jobs could not be removed ({Reason}); the next sweep tries again")]
    private partial void SweepFailed(Exception? exception, string reason);
}
