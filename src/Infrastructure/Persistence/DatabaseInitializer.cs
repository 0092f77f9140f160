using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Makes the database file, its folder included, and brings its tables up to date.</summary>
internal sealed class DatabaseInitializer(ElizaDbContext db)
{
    /// <summary>The folder of the database file.</summary>
    public string Folder { get; } =
        Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource))!;

    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        await db.Database.MigrateAsync(cancellationToken);

        // Kept in the file: readers and the writer no longer wait for each other.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }
}
