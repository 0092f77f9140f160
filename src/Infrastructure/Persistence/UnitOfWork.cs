using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// One transaction per command, one at a time: SQLite has one writer, and whoever waits here in line waits shorter than
/// who is told that the database is busy. Whoever comes too late keeps the turn, so that what its next run reads stays
/// true until it is written: nobody is outrun for ever.
/// </summary>
internal sealed partial class UnitOfWork(
    ElizaDbContext db, WriteTransaction transaction, SqliteFaults faults, ILogger<UnitOfWork> logger) : IUnitOfWork
{
    public async Task<Commit> CommitAsync(CancellationToken cancellationToken)
    {
        var commit = Commit.Saved([]);
        try
        {
            if (transaction.IsOpen || db.ChangeTracker.HasChanges()) commit = await TryCommitAsync(cancellationToken);
            return commit;
        }
        finally
        {
            db.ChangeTracker.Clear();
            if (commit.Outcome is CommitOutcome.Stale) transaction.Undo();
            else transaction.PassTheTurnOn();
        }
    }

    public void Discard()
    {
        db.ChangeTracker.Clear();
        transaction.PassTheTurnOn();
    }

    private async Task<Commit> TryCommitAsync(CancellationToken cancellationToken)
    {
        IDomainEvent[] events = [.. db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.DomainEvents)];
        if (!await transaction.TryTakeTurnAsync(cancellationToken)) return Commit.Refused(CommonErrors.Busy);
        try
        {
            await SaveAsync();
            return Commit.Saved(events);
        }
        catch (Exception exception) when (faults.Explain(exception) is { } refused)
        {
            if (refused.Error == CommonErrors.StorageUnavailable) StorageFailed(exception);
            return refused;
        }
    }

    /// <summary>Once begun a commit is not cancelled: the caller's going away must not leave it open whether it happened.</summary>
    private async Task SaveAsync()
    {
        var posted = db.ChangeTracker.Entries<Message>()
            .Where(entry => entry.State is EntityState.Added)
            .CountBy(entry => entry.Entity.ChannelId)
            .ToList();
        if (posted.Count > 0) await transaction.OpenAsync(CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        foreach (var (channel, count) in posted)
        {
            await db.Channels.Where(row => row.Id == channel).ExecuteUpdateAsync(
                row => row.SetProperty(c => c.MessageCount, c => c.MessageCount + count), CancellationToken.None);
        }
        await transaction.CommitAsync();
    }

    [LoggerMessage(9, LogLevel.Error, "The database cannot be written")]
    private partial void StorageFailed(Exception exception);
}
