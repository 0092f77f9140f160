using Eliza.Application.Health;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Hosting;

/// <summary>Registers how the server goes when it is asked to.</summary>
internal static class Shutdown
{
    public static void AddShutdown(this IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration(ShutdownOptions.Section)
            .Validate(own => own.IsDrainTimeValid, "Shutdown:DrainSeconds must be from 0 to 600")
            .Validate(own => own.IsTimeoutValid, "Shutdown:TimeoutSeconds must be from 1 to 600")
            .ValidateOnStart();

        // What takes longer is given back, not lost.
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>((host, own) => host.ShutdownTimeout = own.Value.Timeout);
        services.AddSingleton<Drain>();
        services.AddSingleton<IHostLifetime, SignalLifetime>();
        services.AddSingleton<IServerStop, ServerStop>();
    }
}
