using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;

namespace Eliza.Infrastructure.Hosting;

/// <summary>Tidies up now and then, so that requests need not wait for it. What fails is left to the next sweep.</summary>
/// <param name="interval">The pause before each sweep.</param>
/// <param name="time">The clock.</param>
internal abstract class Sweeper(TimeSpan interval, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    protected abstract Task TidyUpAsync(CancellationToken cancellationToken);

    /// <summary>Logs it.</summary>
    /// <param name="exception">Null when the reason says all.</param>
    /// <param name="reason">One line.</param>
    protected abstract void SweepFailed(Exception? exception, string reason);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(interval, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await TidyUpAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                SweepFailed(StorageFaults.Unexplained(exception), exception.GetBaseException().Message);
            }
        }
    }
}
