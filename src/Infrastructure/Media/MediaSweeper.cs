using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Media;

/// <summary>
/// Removes files that the database does not know, a few at a time: those of deleted channels, and what a crash left. A file
/// that is still on its way is younger than any that it touches.
/// </summary>
internal sealed partial class MediaSweeper(MediaFolder folder, IServiceScopeFactory scopes, TimeProvider time, ILogger<MediaSweeper> logger)
    : Sweeper(TimeSpan.FromHours(1), time)
{
    private const int Batch = 200;

    private static readonly TimeSpan MinAge = TimeSpan.FromHours(1);

    /// <summary>One sweep of all files; how many it removed.</summary>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var batch in folder.FilesBefore(Time.GetUtcNow() - MinAge).Chunk(Batch))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            var ids = batch.Select(file => file.Id).ToList();
            var known = (await db.MediaFiles.Where(file => ids.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var (_, path) in batch.Where(file => file.Path == folder.StagedPathOf(file.Id) || !known.Contains(file.Id)))
            {
                if (TryDelete(path)) removed++;
            }
        }
        return removed;
    }

    /// <summary>One file that cannot be removed must not keep all the others.</summary>
    private bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            SweepFailed(StorageFaults.Unexplained(exception), exception.GetBaseException().Message);
            return false;
        }
    }

    protected override async Task TidyUpAsync(CancellationToken cancellationToken)
    {
        if (await SweepAsync(cancellationToken) is > 0 and var removed) Swept(removed);
    }

    [LoggerMessage(33, LogLevel.Information, "{Count} files were removed that belong to no channel")]
    private partial void Swept(int count);

    [LoggerMessage(34, LogLevel.Error, "Files that belong to no channel could not be removed ({Reason}); the next sweep tries again")]
    protected override partial void SweepFailed(Exception? exception, string reason);
}
