using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>Application locks: whoever waits for one has it in the order of their coming.</summary>
internal sealed class SqlServerLocks : IDatabaseLocks
{
    /// <summary>The number of the error that we raise when no lock comes, because two wait for each other's.</summary>
    public const int NotTaken = 51222;

    /// <summary>The number of the error that we raise when no lock comes in time.</summary>
    public const int TooLate = 51223;

    /// <summary>Who brings the tables up to date takes as long as it takes.</summary>
    private const int Endless = -1;

    public bool HaveRivals => true;

    /// <summary>
    /// Unlike with rows the server raises no errors here: it answers with numbers below zero, -1 when time is up. As long as this lock the transaction
    /// waits for those that its statements take.
    /// </summary>
    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken)
    {
        var patience = name is DatabaseLock.Migration ? Endless : RowLocks.LongestWait;
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(
            $$"""
            SET LOCK_TIMEOUT {{patience}};
            DECLARE @taken int;
            EXEC @taken = sp_getapplock {0}, {1}, 'Transaction', {2};
            IF @taken = -1 THROW {3}, 'The lock did not come in time.', 1;
            IF @taken < 0 THROW {4}, 'The lock could not be taken.', 1;
            """,
            "Eliza." + name, isShared ? "Shared" : "Exclusive", patience, TooLate, NotTaken), cancellationToken);
    }

    /// <summary>A statement that calls is no part of another: the whole answer is read.</summary>
    public async Task<bool> TryTakeSharedAsync(ElizaDbContext db, DatabaseLock name) => (await db.Database.SqlQuery<bool>(
        $"""
        DECLARE @taken int;
        EXEC @taken = sp_getapplock {"Eliza." + name}, 'Shared', 'Transaction', 0;
        SELECT CAST(CASE WHEN @taken >= 0 THEN 1 ELSE 0 END AS bit) AS [Value];
        """).ToListAsync())[0];
}
