using Eliza.Application.Feeds.ForgetChanges;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Feeds;

/// <summary>
/// Finds what no feed was told of: channels whose history went on unnoticed (another node's hint was lost, or a reaction failed). One look
/// for all channels that are listened to, one for all sessions by whose right somebody listens, one for all that agents are at. Now and then
/// it also removes changes that are old enough.
/// </summary>
internal sealed partial class FeedSweeper(
    ChannelFeeds feeds, ChannelReader reader, OthersDrafts drafts, Requests requests, Hints hints, TimeProvider time, ILogger<FeedSweeper> logger) : BackgroundService
{
    /// <summary>What it listens for: nobody told, and something may have happened.</summary>
    internal const string Topic = "feeds";

    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private const int Batch = 200;

    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var forgotAt = time.GetTimestamp();
        using var missed = hints.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await missed.WaitAsync(Interval, stoppingToken)) return;
                drafts.DropSilent();
                await CompareAsync(stoppingToken);
                if (time.GetElapsedTime(forgotAt) < ForgetEvery) continue;
                forgotAt = time.GetTimestamp();
                await requests.SendUntilDoneAsync(new ForgetChangesCommand(Batch), Batch, stoppingToken);
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

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        foreach (var channels in feeds.Channels.Chunk(Batch)) feeds.Compare(channels, await reader.FindHeadsAsync(channels, cancellationToken));
        foreach (var listening in feeds.OfSessions.Chunk(Batch))
            feeds.Compare(listening, await reader.FindSessionsAsync([.. listening.Select(listens => listens.Session).Distinct()], cancellationToken));
        foreach (var work in feeds.OpenWork.Chunk(Batch))
            feeds.Compare(work, await reader.FindRunsAsync([.. work.Select(question => question.MessageId).Distinct()], cancellationToken), time.GetUtcNow() - Interval);
    }

    [LoggerMessage(39, LogLevel.Error, "Channels could not be compared with what listeners were told ({Reason}); the next sweep tries again")]
    private partial void SweepFailed(Exception? exception, string reason);
}
