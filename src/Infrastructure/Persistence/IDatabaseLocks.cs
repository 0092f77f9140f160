namespace Eliza.Infrastructure.Persistence;

/// <summary>Locks of the database that are no row's; whoever waits for one has it in the order of their coming.</summary>
internal interface IDatabaseLocks
{
    /// <summary>Whether other servers may use the database too.</summary>
    bool HaveRivals { get; }

    /// <summary>Waits for a lock and keeps it until the end of the open transaction.</summary>
    /// <param name="db">Whose transaction it is.</param>
    /// <param name="name">Which.</param>
    /// <param name="isShared">Whether others may share it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken);

    /// <summary>Takes a lock that others may share until the end of the open transaction, if nobody has it alone, or waits to have it alone.</summary>
    Task<bool> TryTakeSharedAsync(ElizaDbContext db, DatabaseLock name);
}
