using Eliza.Application.Agents;
using Eliza.Application.Platforms;
using Eliza.Application.Platforms.ProcessExternalMessage;
using Eliza.Domain.Platforms;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Platforms;

internal static class PlatformRegistration
{
    public static void AddPlatforms(this IServiceCollection services)
    {
        var options = services.AddOptions<PlatformsOptions>().BindConfiguration(PlatformsOptions.Section)
            .Validate(platforms => PlatformsOptions.IsAgent(platforms.AgentId), "Platforms:AgentId must be an agent's id")
            .Validate(
                platforms => platforms.ReplyTimeoutSeconds is >= 0 and <= PlatformsOptions.MaxReplyTimeoutSeconds,
                $"Platforms:ReplyTimeoutSeconds must be from 0 to {PlatformsOptions.MaxReplyTimeoutSeconds}");
        foreach (var platform in PlatformNames.All)
        {
            var key = $"{PlatformsOptions.Section}:{char.ToUpperInvariant(platform[0])}{platform[1..]}:AgentId";
            options.Validate(platforms => PlatformsOptions.IsAgent(platforms.AgentOf(platform)), $"{key} must be an agent's id");
        }
        options.ValidateOnStart();

        services.AddSingleton<PlatformSettings>();
        services.AddSingleton<IPlatformSettings>(provider => provider.GetRequiredService<PlatformSettings>());
        services.AddSingleton<IReplyTimeout<ProcessExternalMessageCommand>>(provider => provider.GetRequiredService<PlatformSettings>());
    }
}
