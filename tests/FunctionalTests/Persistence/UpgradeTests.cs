using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>A database of an older version, brought up to date.</summary>
public sealed class UpgradeTests
{
    /// <summary>A server may be killed at any moment of its upgrade; what is not one transaction would be half done for ever.</summary>
    [Fact]
    public void Migrations_OneByOne_AreOneTransactionEach()
    {
        using var db = new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite("Data Source=:memory:").Options);
        var migrations = db.Database.GetMigrations().Prepend(Migration.InitialDatabase).ToList();
        migrations.Count.ShouldBeGreaterThan(2);

        foreach (var (from, to) in migrations.Zip(migrations.Skip(1)))
        {
            var script = db.GetService<IMigrator>().GenerateScript(from, to);
            script.Split("COMMIT;").Length.ShouldBe(2, $"{to} commits more than once.");
            script.ShouldNotContain("PRAGMA");
        }
    }

    [Fact]
    public async Task Upgrade_FromTheFirstVersion_LeavesTheBootstrapKeyAllItsRights()
    {
        using var folder = new TemporaryFolder();
        await using var db = new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={folder.Path}/old.db;Pooling=False").Options);
        var token = TestContext.Current.CancellationToken;
        await db.GetService<IMigrator>().MigrateAsync("Initial", token);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"ApiKeys\" (\"Id\", \"Name\", \"Hash\", \"CreatedAt\") VALUES ({Guid.Empty.ToString().ToUpperInvariant()}, 'bootstrap', {ApiKeyText.HashOf("old key")}, 1000)", token);

        await db.Database.MigrateAsync(token);

        var key = await db.ApiKeys.SingleAsync(token);
        (key.Id, key.Kind, key.Scopes, key.ExpiresAt, key.RevokedAt).ShouldBe((ApiKey.BootstrapId, ApiKeyKind.Service, Scopes.Admin, null, null));
        key.Accepts(ApiKeyText.HashOf("old key"), DateTimeOffset.UtcNow).ShouldBeTrue();
    }
}
