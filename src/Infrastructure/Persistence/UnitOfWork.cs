using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence;

/// <summary>
/// One transaction per command, one at a time: SQLite has one writer, and whoever waits here in line waits shorter than
/// who is told that the database is busy. Whoever comes too late keeps the turn, so that what its next run reads stays
/// true until it is written: nobody is outrun for ever.
/// </summary>
internal sealed partial class UnitOfWork(
    ElizaDbContext db, WriteTransaction transaction, SqliteFaults faults, TimeProvider time, ILogger<UnitOfWork> logger) : IUnitOfWork
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
        if (IsTooLate()) return Commit.Stale;
        try
        {
            return await TrySaveAsync(events) ? Commit.Saved(events) : Commit.Stale;
        }
        catch (Exception exception) when (faults.Explain(exception) is { } refused)
        {
            if (refused.Error == CommonErrors.StorageUnavailable) StorageFailed(exception);
            return refused;
        }
    }

    /// <summary>Whether what was decided held only until a time that came while the unit waited for its turn.</summary>
    private bool IsTooLate() => db.ChangeTracker.Entries<ITimely>().Any(entry => entry.Entity.HoldsUntil <= time.GetUtcNow());

    /// <summary>
    /// Saves it, or finds that a channel is gone. Once begun a commit is not cancelled: the caller's going away must not leave it
    /// open whether it happened.
    /// </summary>
    private async Task<bool> TrySaveAsync(IDomainEvent[] events)
    {
        var additions = db.FindAdditions(events);
        if (additions.Count > 0) await transaction.OpenAsync(CancellationToken.None);
        if (!await db.TryStampAsync(additions, time.GetUtcNow())) return false;
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync();
        return true;
    }

    [LoggerMessage(9, LogLevel.Error, "The database cannot be written")]
    private partial void StorageFailed(Exception exception);
}
