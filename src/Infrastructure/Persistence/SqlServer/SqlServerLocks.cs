using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>Application locks: whoever waits for one has it in the order of their coming.</summary>
internal sealed class SqlServerLocks : IDatabaseLocks
{
    /// <summary>The number of the error that we raise when no lock comes: two wait for each other's, and there is no way to go on.</summary>
    public const int NotTaken = 51222;

    public bool HaveRivals => true;

    /// <summary>One waits as long as a statement may take. Unlike with rows the server raises no error for a deadlock here: it answers with a number below zero.</summary>
    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = {"Eliza." + name}, @LockMode = {(isShared ? "Shared" : "Exclusive")}, @LockOwner = 'Transaction', @LockTimeout = -1;
        IF @taken < 0 THROW {NotTaken}, 'The lock could not be taken.', 1;
        """,
        cancellationToken);
}
