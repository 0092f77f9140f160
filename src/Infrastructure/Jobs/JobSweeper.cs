using Eliza.Application.Jobs.ForgetJobs;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Jobs;

/// <summary>Removes jobs that expired long ago, a few at a time, so that requests need not wait for it.</summary>
internal sealed partial class JobSweeper(
    Requests requests, IOptions<JobsOptions> options, TimeProvider time, ILogger<JobSweeper> logger) : Sweeper(TimeSpan.FromMinutes(1), time)
{
    private const int Batch = 100;

    protected override Task TidyUpAsync(CancellationToken cancellationToken) =>
        requests.SendUntilDoneAsync(new ForgetJobsCommand(TimeSpan.FromHours(options.Value.RetentionHours), Batch), Batch, cancellationToken);

    [LoggerMessage(73, LogLevel.Error, "Old jobs could not be removed ({Reason}); the next sweep tries again")]
    protected override partial void SweepFailed(Exception? exception, string reason);
}
