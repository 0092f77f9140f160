using Eliza.Application.Common;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Eliza.WebApi.Telemetry;

/// <summary>
/// Sends measurements and traces to a collector over OTLP, from when it is made until it is disposed of; nothing at all unless an address
/// is configured. A collector that is away costs nothing but what it would have been told.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string ServiceName = "eliza";

    /// <summary>At the stop, for what has not been sent yet; the two wait one after the other.</summary>
    private const int LastWordsMilliseconds = 1_000;

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    public TelemetryExport(IOptions<TelemetryOptions> options, IConfiguration configuration)
    {
        if (!options.Value.IsOn) return;
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource(Spans.SourceName, "Microsoft.AspNetCore")
            .AddProcessor(new WithoutTraceState())
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter("Eliza.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter()
            .Build();
    }

    public void Dispose()
    {
        _traces?.Shutdown(LastWordsMilliseconds);
        _metrics?.Shutdown(LastWordsMilliseconds);
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>What the environment says of the service (<c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>) goes before what we say.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version!.ToString(3))
        .AddEnvironmentVariableDetector();
}
