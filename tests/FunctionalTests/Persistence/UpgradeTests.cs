using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>A database of an older version, brought up to date.</summary>
[Trait("Database", "Sqlite")]
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

    [Fact]
    public async Task Upgrade_FromBeforeTheSearch_FindsTheWordsOfOldMessages()
    {
        using var folder = new TemporaryFolder();
        await using var db = new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={folder.Path}/old.db;Pooling=False").Options);
        var token = TestContext.Current.CancellationToken;
        await db.GetService<IMigrator>().MigrateAsync("Access", token);
        await AddMessageAsync(db, await AddChannelAsync(db, "old"), 1000);

        await db.Database.MigrateAsync(token);

        (await db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM \"MessageWords\" WHERE \"MessageWords\" MATCH 'mother'").ToListAsync(token)).Count.ShouldBe(1);
        var (old, said) = (await db.Channels.SingleAsync(token), await db.Messages.SingleAsync(token));
        (old.UpdatedAt, said.Links, said.EditedAt).ShouldBe((old.CreatedAt, 0, null));
        (await db.Agents.SingleAsync(token)).Settings.ShouldBe(Domain.Agents.AgentSettings.None);
        (await db.ServerAgents.CountAsync(token)).ShouldBe(1);
    }

    /// <summary>Messages of older versions share their milliseconds, and may have come in another order than their times.</summary>
    [Fact]
    public async Task Upgrade_FromBeforeTheStamps_GivesEachMessageItsPlaceInTime()
    {
        using var folder = new TemporaryFolder();
        await using var db = new SqliteDbContext(new DbContextOptionsBuilder<SqliteDbContext>().UseSqlite($"Data Source={folder.Path}/old.db;Pooling=False").Options);
        var token = TestContext.Current.CancellationToken;
        await db.GetService<IMigrator>().MigrateAsync("OpenRuns", token);
        string[] channels = [await AddChannelAsync(db, "busy"), await AddChannelAsync(db, "calm"), await AddChannelAsync(db, "empty")];
        (int Channel, long At)[] said = [(0, 1000), (0, 1000), (1, 5000), (0, 1000), (0, 999), (0, 1002), (1, 4000), (0, 2000), (1, 6000), (0, 1999)];
        foreach (var (channel, at) in said) await AddMessageAsync(db, channels[channel], at);

        await db.Database.MigrateAsync(token);

        async Task<List<long>> StampsAsync(string channel) => await db.Database.SqlQuery<long>(
            $"SELECT \"Stamp\" AS Value FROM \"Messages\" WHERE \"ChannelId\" = {channel} ORDER BY \"Sequence\"").ToListAsync(token);
        (await StampsAsync(channels[0])).ShouldBe([1000, 1001, 1002, 1003, 1004, 2000, 2001]);
        (await StampsAsync(channels[1])).ShouldBe([5000, 5001, 6000]);
        (await db.Channels.OrderBy(channel => channel.NameKey).Select(channel => channel.LastStamp).ToListAsync(token)).ShouldBe([2001, 6000, 0]);
    }

    private static async Task<string> AddChannelAsync(SqliteDbContext db, string name)
    {
        var id = Guid.CreateVersion7().ToString().ToUpperInvariant();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Channels\" (\"Id\", \"ServerId\", \"Name\", \"NameKey\", \"Type\", \"Metadata\", \"IsPrivate\", \"CreatedAt\", \"MessageCount\") VALUES ({id}, {Guid.Empty.ToString()}, {name}, {name}, 0, '{{}}', 0, 1000, 1)", TestContext.Current.CancellationToken);
        return id;
    }

    private static async Task AddMessageAsync(SqliteDbContext db, string channel, long at)
    {
        var id = Guid.CreateVersion7().ToString().ToUpperInvariant();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Messages\" (\"Id\", \"ChannelId\", \"Author\", \"AuthorKind\", \"Content\", \"SourceType\", \"Mentions\", \"Attachments\", \"Metadata\", \"CreatedAt\") VALUES ({id}, {channel}, 'ada', 0, 'My mother never listens', 'user_message', '[]', '[]', '{{}}', {at})", TestContext.Current.CancellationToken);
    }
}
