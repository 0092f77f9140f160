using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>Advisory locks: unlike those of rows, sharing ones do not get in before somebody who waits for one alone.</summary>
internal sealed class PostgreSqlLocks : IDatabaseLocks
{
    /// <summary>The first half of the locks' numbers, so that other programs of the database are not met by chance.</summary>
    private const int Ours = 0x456C697A;

    public bool HaveRivals => true;

    public async Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken)
    {
        // It is held by a transaction in which nothing else is done, for as long as the tables take, and waited for as long.
        if (name is DatabaseLock.Migration)
            await db.Database.ExecuteSqlAsync($"SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0", cancellationToken);
        if (isShared) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Ours}, {(int)name})", cancellationToken);
        else await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Ours}, {(int)name})", cancellationToken);
    }
}
