using Eliza.Application.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.RateLimiting;

internal static class RateLimitRegistration
{
    /// <summary>One store of buckets for the whole node.</summary>
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section)
            .Validate(limits => IsCount(limits.UserPerMinute), Rule(nameof(RateLimitOptions.UserPerMinute)))
            .Validate(limits => IsCount(limits.AgentPerMinute), Rule(nameof(RateLimitOptions.AgentPerMinute)))
            .Validate(limits => IsCount(limits.ServicePerMinute), Rule(nameof(RateLimitOptions.ServicePerMinute)))
            .Validate(limits => IsCount(limits.IpPerHour), Rule(nameof(RateLimitOptions.IpPerHour)))
            .ValidateOnStart();
        services.AddSingleton<TokenBuckets>();
        services.AddSingleton<IRateLimiter, RateLimiter>();
    }

    private static bool IsCount(int permits) => permits is >= 1 and <= RateLimitOptions.MaxPermits;

    private static string Rule(string key) => $"{RateLimitOptions.Section}:{key} must be from 1 to {RateLimitOptions.MaxPermits}";
}
