using Eliza.FunctionalTests.Fixtures;
using Npgsql;

namespace Eliza.FunctionalTests.Faults;

/// <summary>Two nodes at work, and what they need is killed under them, or they are.</summary>
[Collection(KilledNodes.Name)]
[Trait("Database", "Once")]
public sealed class FaultTests(PostgresCluster cluster, RabbitBroker broker)
{
    private readonly Random _random = new(1966);

    [Fact]
    public async Task Nodes_KilledAtRandomMomentsUnderLoad_LoseNothingAndAnswerOnce()
    {
        const int Kills = 10;
        await using var run = await FaultRun.StartAsync(cluster, broker);

        await Task.WhenAll(KillAsync(0, new Random(1966)), KillAsync(1, new Random(1967)));

        await run.ShouldHaveLostNothingAsync("kill -9 of a node", 2 * Kills);

        async Task KillAsync(int node, Random random)
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await run.Submits.WaitForMoreAsync(random.Next(1, 80));
                await run.Nodes[node].KillAsync();
                await run.Nodes.StartAsync(node);
            }
        }
    }

    [Fact]
    public async Task Broker_KilledAndStartedAgainUnderLoad_IsMissedByNobody()
    {
        const int Rounds = 2;
        await using var run = await FaultRun.StartAsync(cluster, broker);

        for (var round = 0; round < Rounds; round++)
        {
            await broker.KillAsync();
            await run.Submits.WaitForMoreAsync(_random.Next(50, 100));
            await broker.StartAsync();
            await run.Submits.WaitForMoreAsync(_random.Next(50, 100));
        }

        await run.ShouldHaveLostNothingAsync("kill -9 of the broker", Rounds);
    }

    [Fact]
    public async Task Database_KilledAndStartedAgainUnderLoad_HasAllThatWasAcknowledged()
    {
        const int Rounds = 3;
        await using var run = await FaultRun.StartAsync(cluster, broker);

        for (var round = 0; round < Rounds; round++)
        {
            await cluster.KillAsync();
            await Task.Delay(_random.Next(2_000), TestContext.Current.CancellationToken);
            await cluster.StartAsync();
            await run.Submits.WaitForMoreAsync(_random.Next(20, 100));
        }

        await run.ShouldHaveLostNothingAsync("kill -9 of the database", Rounds);
    }

    [Fact]
    public async Task Node_FrozenPastItsLeases_FindsItsWorkDoneByOthers()
    {
        await using var run = await FaultRun.StartAsync(cluster, broker);

        Guid[] held;
        for (; ; await run.Nodes[0].ThawAsync())
        {
            await run.Submits.WaitForMoreAsync(_random.Next(1, 20));
            await run.Nodes[0].FreezeAsync();
            held = await FindHeldAsync(run.Nodes.ConnectionString);
            if (held.Length > 0) break;
        }
        await Task.Delay(TimeSpan.FromSeconds(33), TestContext.Current.CancellationToken);
        await run.Submits.WaitForMoreAsync(20);
        await run.Nodes[0].ThawAsync();
        await run.Submits.WaitForMoreAsync(50);

        await run.ShouldHaveLostNothingAsync($"node frozen for 33 seconds, holding {held.Length} runs", rounds: 1);
    }

    /// <summary>The leases that nobody works on: they are there after the other node would have ended its own.</summary>
    private static async Task<Guid[]> FindHeldAsync(string connectionString)
    {
        var now = await LeasesAsync(connectionString);
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        return [.. now.Intersect(await LeasesAsync(connectionString))];
    }

    private static async Task<IReadOnlyList<Guid>> LeasesAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""SELECT "Lease" FROM "AgentRuns" WHERE "EndedAt" IS NULL AND "Lease" IS NOT NULL""", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var leases = new List<Guid>();
        while (await reader.ReadAsync()) leases.Add(reader.GetGuid(0));
        return leases;
    }
}
