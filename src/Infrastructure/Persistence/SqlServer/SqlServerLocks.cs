using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>Application locks: whoever waits for one has it in the order of their coming.</summary>
internal sealed class SqlServerLocks : IDatabaseLocks
{
    public bool HaveRivals => true;

    /// <summary>A lock that does not come within the statement's time is an error (-1 and below), as any other that is waited for in vain.</summary>
    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = {"Eliza." + name}, @LockMode = {(isShared ? "Shared" : "Exclusive")}, @LockOwner = 'Transaction', @LockTimeout = -1;
        IF @taken < 0 THROW 51222, 'The lock could not be taken.', 1;
        """,
        cancellationToken);
}
