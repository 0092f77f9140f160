namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>A database file has one server, and that one writer at a time: there is nobody to agree with.</summary>
internal sealed class SqliteLocks : IDatabaseLocks
{
    public bool HaveRivals => false;

    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> TryTakeSharedAsync(ElizaDbContext db, DatabaseLock name) => Task.FromResult(true);
}
