using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server, 2017 or later, and Azure SQL.</summary>
/// <remarks>
/// A change of the tables takes a migration here too: <c>EfDesign=true dotnet ef migrations add Name --project src/Infrastructure
/// --context SqlServerDbContext --output-dir Persistence/Migrations/SqlServer</c>.
/// </remarks>
internal sealed class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : ServerDbContext(options, "Latin1_General_100_BIN2");

/// <summary>Lets the migration tool make the context without starting the server.</summary>
internal sealed class SqlServerDbContextFactory : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=localhost").Options);
}
