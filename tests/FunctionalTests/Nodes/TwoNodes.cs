using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>Two nodes that serve all tests of a class. Their sessions may be short, and they say in their logs which they ended.</summary>
public sealed class TwoNodes(PostgresCluster cluster, RabbitBroker broker) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Sessions__MinTimeoutMinutes"] = "0.1",
        ["Sessions__WarningThresholdMinutes"] = "0.1",
        ["Shutdown__DrainSeconds"] = "1",
        ["Logging__LogLevel__Eliza.Infrastructure.Sessions"] = "Information",
    };

    private NodeGroup? _nodes;

    internal RabbitBroker Broker => broker;

    internal NodeGroup Nodes => _nodes!;

    public async ValueTask InitializeAsync()
    {
        if (cluster.Obstacle is not null || broker.Obstacle is not null) return;
        await cluster.StartAsync();
        await broker.StartAsync();
        _nodes = await NodeGroup.StartAsync(cluster, broker, count: 2, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_nodes is not null) await _nodes.DisposeAsync();
    }

    /// <summary>Where PostgreSQL or RabbitMQ is missing the test ends here, as skipped.</summary>
    public void SkipIfAbsent()
    {
        cluster.SkipIfAbsent();
        broker.SkipIfAbsent();
    }
}
