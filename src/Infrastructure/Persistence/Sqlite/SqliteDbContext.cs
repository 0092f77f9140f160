using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>The embedded database.</summary>
/// <remarks>
/// A change of the tables takes a migration: <c>EfDesign=true dotnet ef migrations add Name --project src/Infrastructure
/// --context SqliteDbContext --output-dir Persistence/Migrations/Sqlite</c>.
/// </remarks>
internal sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : ElizaDbContext(options);

/// <summary>Lets the migration tool make the context without starting the server.</summary>
internal sealed class SqliteDbContextFactory : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite("Data Source=:memory:").Options);
}
