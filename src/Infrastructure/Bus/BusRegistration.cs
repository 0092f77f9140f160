using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Application.Health;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Registers what nodes tell each other by, and the ports behind which hints come from: where there are no other nodes those are served by
/// this one's own classes alone.
/// </summary>
internal static class BusRegistration
{
    /// <summary>Call it ahead of all that tells anything: services stop in the opposite order, and the bus is to tell the last of it.</summary>
    public static void AddBus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section)
            .Validate(bus => Enum.IsDefined(bus.Provider), "Bus:Provider must be InProcess or RabbitMq")
            .Validate(bus => bus.IsUriAllowed, "Bus:RabbitMq:Uri must be an amqp or amqps address, such as amqp://user:password@host:5672/vhost")
            .Validate(bus => bus.IsExchangeAllowed, "Bus:RabbitMq:Exchange must be 1 to 127 characters from A-Z a-z 0-9 . _ : - and not begin with amq.")
            .ValidateOnStart();

        services.AddSingleton<HintLine>();
        services.AddSingleton<INodeBus>(provider => provider.HasOtherNodes() ? provider.GetRequiredService<HintLine>() : NobodyElse.Instance);
        services.AddSingleton<OthersDrafts>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HeardHints>(
            provider, (IFeedNotifier)provider.GetRequiredService<ChannelFeeds>(), (IHints)provider.GetRequiredService<Hints>()));
        services.AddSingleton<CatchUp>();
        services.AddSingleton<HintReceiver>();
        services.AddSingleton<RabbitBus>();
        services.AddHostedService(provider => provider.GetRequiredService<RabbitBus>());
        if (configuration.GetSection(BusOptions.Section).GetValue<BusProvider>(nameof(BusOptions.Provider)) is not BusProvider.InProcess)
            services.AddSingleton<IHealthProbe, BusProbe>();

        services.AddShared<IFeedNotifier, ChannelFeeds, SharedFeedNotifier>();
        services.AddShared<IHints, Hints, SharedHints>();
        services.AddShared<IReplyDrafts, ReplyDrafts, SharedReplyDrafts>();
    }

    private static void AddShared<TPort, THere, TShared>(this IServiceCollection services) where TPort : class where THere : class, TPort where TShared : TPort =>
        services.AddSingleton<TPort>(provider =>
        {
            var here = provider.GetRequiredService<THere>();
            return provider.HasOtherNodes() ? ActivatorUtilities.CreateInstance<TShared>(provider, here) : here;
        });

    private static bool HasOtherNodes(this IServiceProvider provider) => provider.GetRequiredService<IOptions<BusOptions>>().Value.HasOtherNodes;
}
