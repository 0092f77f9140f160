using Eliza.Application.Feeds;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Feeds;

/// <summary>Registers what tells listeners of channels.</summary>
internal static class FeedsRegistration
{
    public static void AddFeeds(this IServiceCollection services)
    {
        services.AddScoped<ChannelLog>();
        services.AddSingleton<ChannelReader>();
        services.AddSingleton<ChannelFeeds>();
        services.AddSingleton<IChannelFeeds>(provider => provider.GetRequiredService<ChannelFeeds>());
        services.AddHostedService(provider => provider.GetRequiredService<ChannelFeeds>());
        services.AddHostedService<FeedSweeper>();
    }
}
