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
