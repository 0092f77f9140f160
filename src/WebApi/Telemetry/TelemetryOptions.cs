namespace Eliza.WebApi.Telemetry;

/// <summary>Where measurements and traces go. The names are those of OpenTelemetry's specification; its exporter reads the others by itself.</summary>
internal sealed class TelemetryOptions
{
    public const string Rule = $"{Key} must be an http or https address, such as http://localhost:4317";

    private const string Key = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private string? _endpoint;

    /// <summary>Whether anything is measured and traced at all.</summary>
    public bool IsOn => !string.IsNullOrEmpty(_endpoint);

    public bool IsValid => !IsOn || (Uri.TryCreate(_endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");

    public void Read(IConfiguration configuration) => _endpoint = configuration[Key];
}
