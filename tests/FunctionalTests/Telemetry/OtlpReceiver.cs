using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Telemetry;

/// <summary>Stands in for a collector: takes what is sent over OTLP (http/protobuf), and keeps it as it came.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _traces = new();
    private readonly ConcurrentQueue<string> _metrics = new();
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Each request's body, a character for a byte: protobuf holds texts as they are.</summary>
    public IReadOnlyList<string> Traces => [.. _traces];

    public IReadOnlyList<string> Metrics => [.. _metrics];

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", (HttpRequest request) => KeepAsync(request, receiver._traces));
        receiver._app.MapPost("/v1/metrics", (HttpRequest request) => KeepAsync(request, receiver._metrics));
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task KeepAsync(HttpRequest request, ConcurrentQueue<string> kept)
    {
        using var reader = new StreamReader(request.Body, Encoding.Latin1);
        kept.Enqueue(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
    }
}
