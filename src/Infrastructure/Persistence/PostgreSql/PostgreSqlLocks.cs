using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>Advisory locks: unlike those of rows, sharing ones do not get in before somebody who waits for one alone.</summary>
internal sealed class PostgreSqlLocks : IDatabaseLocks
{
    /// <summary>The first half of the locks' numbers, so that other programs of the database are not met by chance.</summary>
    private const int Ours = 0x456C697A;

    /// <summary>How long the transaction waits for a lock from then on, also for those that its statements take by themselves.</summary>
    public static readonly string Patience = $"SET LOCAL lock_timeout = {RowLocks.LongestWait};\n";

    public bool HaveRivals => true;

    /// <summary>
    /// The lock of those who migrate is held by a transaction in which nothing else is done, for as long as the tables take, and waited for as long.
    /// </summary>
    public Task TakeAsync(ElizaDbContext db, DatabaseLock name, bool isShared, CancellationToken cancellationToken)
    {
        var patience = name is DatabaseLock.Migration ? "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0;\n" : Patience;
        var take = isShared ? "SELECT pg_advisory_xact_lock_shared({0}, {1})" : "SELECT pg_advisory_xact_lock({0}, {1})";
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(patience + take, Ours, (int)name), cancellationToken);
    }

    public Task<bool> TryTakeSharedAsync(ElizaDbContext db, DatabaseLock name) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock_shared({Ours}, {(int)name}) AS \"Value\"").SingleAsync();
}
