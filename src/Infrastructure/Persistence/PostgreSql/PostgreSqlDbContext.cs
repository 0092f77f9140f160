using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NpgsqlTypes;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

/// <summary>PostgreSQL, 13 or later.</summary>
/// <remarks>
/// A change of the tables takes a migration here too: <c>EfDesign=true dotnet ef migrations add Name --project src/Infrastructure
/// --context PostgreSqlDbContext --output-dir Persistence/Migrations/PostgreSql</c>.
/// </remarks>
internal sealed class PostgreSqlDbContext(DbContextOptions<PostgreSqlDbContext> options) : ServerDbContext(options, "C")
{
    /// <summary>The column that search looks in: the words as a vector, without the marks upon their letters.</summary>
    public const string Vector = "WordVector";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var message = modelBuilder.Entity<Message>();
        message.Property<NpgsqlTsVector>(Vector).HasComputedColumnSql($"array_to_tsvector(array_remove(string_to_array({WithoutMarks($"\"{MessageWords.Column}\"")}, ' '), ''))", stored: true);
        message.HasIndex(Vector).HasMethod("gin");
    }

    /// <summary>SQL that takes the marks off the letters of a text, so that "cafe" finds "café".</summary>
    public static string WithoutMarks(string text) => $"normalize(regexp_replace(normalize({text}, NFD), '[\\u0300-\\u036f]', '', 'g'), NFC)";
}

/// <summary>Lets the migration tool make the context without starting the server.</summary>
internal sealed class PostgreSqlDbContextFactory : IDesignTimeDbContextFactory<PostgreSqlDbContext>
{
    public PostgreSqlDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql("Host=localhost").Options);
}
