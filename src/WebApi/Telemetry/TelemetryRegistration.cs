namespace Eliza.WebApi.Telemetry;

/// <summary>Registers the export of measurements and traces.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>()
            .Configure<IConfiguration>((own, configuration) => own.Read(configuration))
            .Validate(own => own.IsValid, TelemetryOptions.Rule)
            .ValidateOnStart();
        services.AddSingleton<TelemetryExport>();
    }
}
