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
    public async Task BootstrapKey_ThatOneNodeReplaced_IsTakenByTheOthersToo()
    {
        TestDatabase.SkipUnlessPostgreSql();
        using var folder = new TemporaryFolder();
        using var database = new TestDatabase(folder.Path);
        var (before, after) = (new string('b', 32), new string('a', 32) + ".with.points");
        await using var old = await ServerProcess.StartAsync(folder.Path, SettingsWith(before));
        (await old.CreateApi(before).GetAsync("/api/agents")).ShouldBe(200);

        await using var replacing = await ServerProcess.StartAsync(folder.Path, SettingsWith(after));

        replacing.Output.ShouldContain("The bootstrap key was replaced");
        (await replacing.CreateApi(after).GetAsync("/api/agents")).ShouldBe(200);
        await UntilAsync(async () => (await old.CreateApi(after).GetAsync("/api/agents")).Status == 200);
        await UntilAsync(async () => (await old.CreateApi(before).GetAsync("/api/agents")).Status == 401);

        Dictionary<string, string> SettingsWith(string key) => new()
        {
            ["Database__Provider"] = TestDatabase.Provider, ["ConnectionStrings__Eliza"] = database.ConnectionString, ["Auth__BootstrapApiKey"] = key,
            ["RateLimiting__IpPerHour"] = "1000000",
        };
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await holds()) await Task.Delay(50, patience.Token);
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

            ended.ShouldAllBe(one => one.ExitCode == 0 && one.Output.EndsWith("The database is up to date"));
            ended.ShouldContain(one => one.Output.Contains($"There is no database {name} yet: it is made now"), "more than one may find it missing");
            ended.Count(one => one.Output.Contains("migrations were applied")).ShouldBe(1);
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
