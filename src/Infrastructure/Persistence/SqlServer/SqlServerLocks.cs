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

    /// <summary>Unlike with rows the server raises no errors here: it answers with numbers below zero, -1 when time is up.</summary>
    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DECLARE @taken int;
        EXEC @taken = sp_getapplock {"Eliza." + name}, {(isShared ? "Shared" : "Exclusive")}, 'Transaction', {(name is DatabaseLock.Migration ? Endless : RowLocks.LongestWait)};
        IF @taken = -1 THROW {TooLate}, 'The lock did not come in time.', 1;
        IF @taken < 0 THROW {NotTaken}, 'The lock could not be taken.', 1;
        """,
        cancellationToken);
}
