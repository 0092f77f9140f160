using Eliza.FunctionalTests.Fixtures;
using Npgsql;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Servers that begin at once over a database server with nothing in it.</summary>
[Trait("Database", "PostgreSql")]
public sealed class FirstNodesTests
{
    [Fact]
    public async Task FirstStart_OfManyNodesAtOnce_ShowsOneKeyAndThatIsTaken()
    {
        TestDatabase.SkipUnlessPostgreSql();
        using var folder = new TemporaryFolder();
        using var database = new TestDatabase(folder.Path);
        var settings = new Dictionary<string, string> { ["Database__Provider"] = TestDatabase.Provider, ["ConnectionStrings__Eliza"] = database.ConnectionString };
        string[] homes = [.. Enumerable.Range(0, 3).Select(number => Directory.CreateDirectory(Path.Combine(folder.Path, $"{number}")).FullName)];

        var nodes = await Task.WhenAll(homes.Select(home => ServerProcess.StartAsync(home, settings)));
        try
        {
            var key = nodes.Where(node => node.Output.Contains("API key", StringComparison.Ordinal)).ShouldHaveSingleItem()
                .StandardOutput.SkipWhile(line => !line.StartsWith("API key", StringComparison.Ordinal)).ElementAt(1);
            foreach (var node in nodes) (await node.CreateApi(key).GetAsync("/api/agents")).ShouldBe(200);
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Migrate_ThriceAtOnceWhereTheDatabaseIsMissing_MakesItOnceForTheNodes()
    {
        TestDatabase.SkipUnlessPostgreSql();
        using var folder = new TemporaryFolder();
        using var beside = new TestDatabase(folder.Path);
        var name = $"eliza_missing_{Guid.CreateVersion7():n}";
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = TestDatabase.Provider,
            ["ConnectionStrings__Eliza"] = new NpgsqlConnectionStringBuilder(beside.ConnectionString) { Database = name }.ToString(),
        };
        try
        {
            (await ServerProcess.RunAsync(folder.Path, settings)).ExitCode.ShouldBe(1, "a node makes no database of itself");

            var ended = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerProcess.RunAsync(folder.Path, settings, "--migrate")));

            ended.ShouldAllBe(one => one.ExitCode == 0 && one.Output == "The database is up to date");
            await using var node = await ServerProcess.StartAsync(folder.Path, settings);
            (await node.CreateApi("none").GetAsync("/health/ready")).ShouldBe(200);
        }
        finally
        {
            await using var connection = new NpgsqlConnection(beside.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = connection.CreateCommand();
            drop.CommandText = $"DROP DATABASE IF EXISTS {name} WITH (FORCE)";
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
