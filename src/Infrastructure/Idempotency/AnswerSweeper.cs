using Eliza.Application.Idempotency.ForgetAnswers;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Idempotency;

/// <summary>Removes expired answers, a few at a time, so that requests need not wait for it.</summary>
internal sealed partial class AnswerSweeper(Requests requests, TimeProvider time, ILogger<AnswerSweeper> logger) : BackgroundService
{
    private const int Batch = 200;

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
        var forgotten = await requests.SendAsync(new ForgetAnswersCommand(Batch), cancellationToken);
        return forgotten.IsSuccess ? forgotten.Value : 0;
    }

    [LoggerMessage(14, LogLevel.Error, "Expired answers could not be removed ({Reason}); the next sweep tries again")]
    private partial void SweepFailed(Exception? exception, string reason);
}
