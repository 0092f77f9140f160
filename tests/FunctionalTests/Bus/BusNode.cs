using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure;
using Eliza.Infrastructure.Bus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Bus;

/// <summary>What a node tells and hears by the bus, with nothing else of the server running.</summary>
internal sealed class BusNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _services;
    private readonly RabbitBus _bus;

    private BusNode(string uri, string exchange, TimeProvider time)
    {
        var settings = new Dictionary<string, string?> { ["Bus:Provider"] = "RabbitMq", ["Bus:RabbitMq:Uri"] = uri, ["Bus:RabbitMq:Exchange"] = exchange };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddInfrastructure(configuration).AddSingleton(time).BuildServiceProvider();
        _bus = _services.GetRequiredService<RabbitBus>();
    }

    public CapturedLog Log { get; } = new();

    public IHints Hints => Get<IHints>();

    public IReplyDrafts Drafts => Get<IReplyDrafts>();

    public IFeedNotifier Bell => Get<IFeedNotifier>();

    public bool IsConnected => _bus.IsConnected;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a node that may or may not reach the broker.</summary>
    public static async Task<BusNode> LaunchAsync(string uri, string exchange, TimeProvider? time = null)
    {
        var node = new BusNode(uri, exchange, time ?? TimeProvider.System);
        await node._bus.StartAsync(Token);
        return node;
    }

    /// <summary>Starts a node and waits until it hears the others.</summary>
    public static async Task<BusNode> StartAsync(string uri, string exchange, TimeProvider? time = null)
    {
        var node = await LaunchAsync(uri, exchange, time);
        await UntilAsync(() => node.IsConnected);
        return node;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public Task StopAsync() => StopAsync(Token);

    public Task StopAsync(CancellationToken cancellationToken) => _bus.StopAsync(cancellationToken);

    /// <summary>Returns as soon as that is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var patience = new CancellationTokenSource(Patience);
        while (!isSo() && await again.WaitForNextTickAsync(patience.Token))
        {
        }
    }

    /// <summary>Waits for a hint that is given, or was since it is listened for.</summary>
    public static async Task HeardAsync(IHint hint) => (await hint.WaitAsync(Patience, Token).WaitAsync(Patience, Token)).ShouldBeTrue();

    public async ValueTask DisposeAsync()
    {
        await _bus.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
