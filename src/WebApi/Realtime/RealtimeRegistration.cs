using Eliza.WebApi.Realtime.Gateway;
using Eliza.WebApi.Realtime.Listening;

namespace Eliza.WebApi.Realtime;

/// <summary>Registers what tells clients in real time.</summary>
internal static class RealtimeRegistration
{
    public static void AddRealtime(this IServiceCollection services)
    {
        services.AddSingleton<ListenerRights>();
        services.AddSingleton<ListenerQuota>();
        services.AddSingleton<LiveCredentials>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveCredentials>());
        services.AddGateway();
    }
}
