using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Makes the database file, its folder included, and brings its tables up to date.</summary>
internal sealed class DatabaseInitializer(ElizaDbContext db, SqliteFileLock fileLock)
{
    private readonly string _file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);

    /// <summary>The folder of the database file.</summary>
    public string Folder => Path.GetDirectoryName(_file)!;

    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        CreateFolder();
        fileLock.Take(_file);
        await ForgetKilledMigrationAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);

        // Kept in the file: readers and the writer no longer wait for each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    /// <summary>What people say lies in it: a folder of our making is for its owner alone.</summary>
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Folder);
        else Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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
