using System.Text.RegularExpressions;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Eliza.Infrastructure.Persistence.SqlServer;

/// <summary>SQL Server, 2017 or later, and Azure SQL.</summary>
/// <remarks>
/// A change of the tables takes a migration here too: <c>EfDesign=true dotnet ef migrations add Name --project src/Infrastructure
/// --context SqlServerDbContext --output-dir Persistence/Migrations/SqlServer</c>.
/// </remarks>
internal sealed partial class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : ServerDbContext(options, "Latin1_General_100_BIN2")
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        CountUnits(modelBuilder);

        // Longer than the 900 bytes of a key that the table itself is sorted by; a key beside the table has 1,700.
        modelBuilder.Entity<PlatformMessage>().HasKey(message => new { message.ChannelId, message.Source }).IsClustered(false);
        modelBuilder.Entity<PlatformUser>().HasKey(user => user.Source).IsClustered(false);

        foreach (var index in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()))
        {
            // In brackets a name is one whatever QUOTED_IDENTIFIER says.
            if (index.GetFilter() is { } filter) index.SetFilter(QuotedName().Replace(filter, "[$1]"));
        }
    }

    /// <summary>Names are bounded in characters, of which some take two of the units that a column's length counts here.</summary>
    private static void CountUnits(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.ClrType == typeof(DisplayName)) property.SetMaxLength(2 * DisplayName.MaxLength);
        }
        modelBuilder.Entity<Participant>().Property(participant => participant.NameKey).HasMaxLength(2 * DisplayName.MaxLength);
    }

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex QuotedName();
}

/// <summary>Lets the migration tool make the context without starting the server.</summary>
internal sealed class SqlServerDbContextFactory : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer("Server=localhost").Options);
}
