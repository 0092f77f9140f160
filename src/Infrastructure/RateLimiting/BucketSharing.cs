using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.RateLimiting;

/// <summary>
/// Exchanges the buckets of this node with all others' twice a second, where the operator wants that, and once more at the end. While the
/// database is away the node limits by itself.
/// </summary>
internal sealed partial class BucketSharing(
    BucketExchange exchange, IBucketTable table, IOptions<RateLimitOptions> options, TimeProvider time, ILogger<BucketSharing> logger) : BackgroundService
{
    internal static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private const int Batch = 300;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    /// <summary>So long buckets that are full stay, as no clock is right and some exchange may be under way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Other nodes, and this one when it is back, can do without the last word.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(2);

    private bool _isAlone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Shared) return;
        var sweptAt = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) break;
            await TryAsync(exchange.TellAsync, stoppingToken);
            if (time.GetElapsedTime(sweptAt) < SweepEvery) continue;
            sweptAt = time.GetTimestamp();
            await TryAsync(SweepAsync, stoppingToken);
        }
        using var patience = new CancellationTokenSource(LastWord, time);
        await TryAsync(exchange.TellAsync, patience.Token);
    }

    private async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        while (await table.RemoveFullAsync((time.GetUtcNow() - Margin).UtcTicks, Batch, cancellationToken) == Batch)
        {
        }
        return true;
    }

    /// <summary>Whatever fails is tried again next time; that it fails is said once.</summary>
    /// <param name="work">Answers whether it asked the database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task TryAsync(Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        try
        {
            if (!await work(cancellationToken)) return;
            if (_isAlone) SharedAgain();
            _isAlone = false;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops; what was not told is lost with it.
        }
        catch (Exception exception)
        {
            if (!_isAlone) NotShared(exception);
            _isAlone = true;
        }
    }

    [LoggerMessage(71, LogLevel.Warning, "Rate limits cannot be shared with other nodes just now; this one limits by itself and goes on trying")]
    private partial void NotShared(Exception exception);

    [LoggerMessage(72, LogLevel.Information, "Rate limits are shared with other nodes again")]
    private partial void SharedAgain();
}
