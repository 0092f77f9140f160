using System.Collections.Concurrent;
using Eliza.ConformanceHost;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.SocketIo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Realtime;

/// <summary>The servers of the public test suites on a port of their own, with a clock that stands still.</summary>
internal sealed class RealtimeApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RealtimeApp(WebApplication app, ConformanceServer server, CapturedLog log)
    {
        (_app, Server, Log) = (app, server, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    public ManualTimeProvider Time { get; private init; } = new();

    /// <summary>The method and query of every request that came.</summary>
    public ConcurrentQueue<string> Arrived { get; private init; } = new();

    public ConformanceServer Server { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public EchoHandler Echo => Server.Echo;

    public int Port => Http.BaseAddress!.Port;

    public static async Task<RealtimeApp> StartAsync(Action<EngineOptions>? engine = null, Action<SocketOptions>? sockets = null)
    {
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Information);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var time = new ManualTimeProvider();
        var app = builder.Build();
        var server = new ConformanceServer(time, app.Services.GetRequiredService<ILoggerFactory>(), engine, sockets);
        var arrived = new ConcurrentQueue<string>();
        app.Use(next => context =>
        {
            arrived.Enqueue($"{context.Request.Method} {context.Request.QueryString}");
            return next(context);
        });
        app.UseRouting();
        server.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RealtimeApp(app, server, log) { Time = time, Arrived = arrived };
    }

    /// <summary>Opens a session that polls.</summary>
    public Task<PollingClient> PollAsync(string path = "/engine.io/") => PollingClient.OpenAsync(Http, path);

    /// <summary>Opens a session on a WebSocket, and takes its handshake.</summary>
    public async Task<SocketClient> ConnectAsync(string path = "/engine.io/")
    {
        var client = await SocketClient.ConnectAsync(Port, $"{path}?EIO=4&transport=websocket");
        (await client.ReceiveTextAsync()).ShouldStartWith("0{");
        return client;
    }

    /// <summary>Connects to the main namespace over a WebSocket.</summary>
    public async Task<SocketClient> JoinAsync(string connect = "40")
    {
        var client = await ConnectAsync("/socket.io/");
        await client.SendAsync(connect);
        (await client.ReceiveTextAsync()).ShouldContain("{\"sid\":");
        (await client.ReceiveTextAsync()).ShouldContain("\"auth\"");
        return client;
    }

    /// <summary>Waits until something holds that another thread brings about.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        var until = DateTime.UtcNow + Patience;
        while (!holds())
        {
            DateTime.UtcNow.ShouldBeLessThan(until, "It never came about.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What was logged as an error.</summary>
    public IEnumerable<string> Errors => Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _app.DisposeAsync();
        Http.Dispose();
        Log.Dispose();
    }
}
