using Eliza.FunctionalTests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Eliza.FunctionalTests.Lifecycle;

[Trait("Database", "Sqlite")]
public sealed class OneServerTests
{
    [Fact]
    public async Task Start_WhenAnotherServerUsesTheDatabase_RefusesAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path);

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>());

        exitCode.ShouldBe(1);
        output.ShouldContain("another server is using the database");
    }

    [Fact]
    public async Task Start_WhenTheOneBeforeWasKilledAsItMigrated_DoesNotWaitForIt()
    {
        using var folder = new TemporaryFolder();
        await (await ServerProcess.StartAsync(folder.Path)).DisposeAsync();
        await using (var database = new SqliteConnection($"Data Source={folder.Path}/data/eliza.db;Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01')""";
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        await using var next = await ServerProcess.StartAsync(folder.Path);

        (await next.CreateApi("none").GetAsync("/health")).ShouldBe(200);
    }
}
