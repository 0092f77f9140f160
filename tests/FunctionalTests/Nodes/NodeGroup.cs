using System.Globalization;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>Several server processes over one database and one broker; each can be killed, frozen and started again.</summary>
internal sealed class NodeGroup : IAsyncDisposable
{
    public const string Key = "nodes-test-key-of-32-characters-or-more";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _settings;
    private readonly ServerProcess[] _nodes;

    private NodeGroup(string connectionString, string brokerUri, int count, IReadOnlyDictionary<string, string>? settings)
    {
        ConnectionString = connectionString;
        _nodes = new ServerProcess[count];
        _settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "PostgreSql",
            ["Database__MigrateOnStart"] = "true",
            ["ConnectionStrings__Eliza"] = connectionString + ";Maximum Pool Size=50",
            ["Bus__Provider"] = "RabbitMq",
            ["Bus__RabbitMq__Uri"] = brokerUri,
            ["Bus__RabbitMq__Exchange"] = $"test.{Guid.CreateVersion7():N}",
            ["Auth__BootstrapApiKey"] = Key,
            ["Media__Path"] = Path.Combine(_folder.Path, "media"),
            ["RateLimiting__Enabled"] = "false",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) _settings[name] = value;
    }

    /// <summary>Of the database that they share.</summary>
    public string ConnectionString { get; }

    public int Count => _nodes.Length;

    public ServerProcess this[int node] => Volatile.Read(ref _nodes[node]);

    /// <summary>Starts that many nodes at once over a new database, and waits until all of them listen.</summary>
    public static async Task<NodeGroup> StartAsync(
        PostgresCluster cluster, RabbitBroker broker, int count = 2, IReadOnlyDictionary<string, string>? settings = null)
    {
        var group = new NodeGroup(cluster.ConnectionString(await cluster.CreateDatabaseAsync()), broker.Uri, count, settings);
        await Task.WhenAll(Enumerable.Range(0, count).Select(group.StartAsync));
        return group;
    }

    public Api Api(int node, string key = Key) => this[node].CreateApi(key);

    /// <summary>Starts a node in the place of one that has ended, and waits until it listens; at another address.</summary>
    public async Task StartAsync(int node)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, node.ToString(CultureInfo.InvariantCulture)));
        Volatile.Write(ref _nodes[node], await ServerProcess.StartAsync(folder.FullName, _settings));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
            if (node is not null) await node.DisposeAsync();
        _folder.Dispose();
    }
}
