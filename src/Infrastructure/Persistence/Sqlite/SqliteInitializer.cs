using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>Makes the database file, its folder included, and brings its tables up to date at each start.</summary>
internal sealed class SqliteInitializer(ElizaDbContext db, IOptions<DatabaseOptions> options, SqliteFileLock fileLock) : IDatabaseInitializer
{
    public async Task InitializeAsync(bool migrate, CancellationToken cancellationToken)
    {
        fileLock.Take(options.Value.File);
        await ForgetKilledMigrationAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);

        // Kept in the file: readers and the writer no longer wait for each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    /// <summary>
    /// EF marks a migration under way by a row, which a killed server leaves behind and the next one would wait for without
    /// end. As the only server of the file we know that nobody migrates.
    /// </summary>
    private async Task ForgetKilledMigrationAsync(CancellationToken cancellationToken)
    {
        var tables = await db.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (tables > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\";", cancellationToken);
    }
}
