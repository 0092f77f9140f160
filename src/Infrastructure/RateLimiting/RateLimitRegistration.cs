using Eliza.Application.RateLimiting;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
            .Validate<IOptions<DatabaseOptions>>(
                (limits, database) => !limits.Shared || database.Value.Provider is not DatabaseProvider.Sqlite,
                $"{RateLimitOptions.Section}:{nameof(RateLimitOptions.Shared)} needs a database server: SQLite has one node alone")
            .ValidateOnStart();
        services.AddSingleton(provider => new TokenBuckets(
            provider.GetRequiredService<TimeProvider>(), isShared: provider.GetRequiredService<IOptions<RateLimitOptions>>().Value.Shared));
        services.AddSingleton<IRateLimiter, RateLimiter>();
    }

    /// <summary>What shares the buckets among nodes where that is wanted; it needs an <see cref="IBucketTable"/>.</summary>
    public static void AddSharedLimits(this IServiceCollection services)
    {
        services.AddSingleton<BucketExchange>();
        services.AddHostedService<BucketSharing>();
    }

    private static bool IsCount(int permits) => permits is >= 1 and <= RateLimitOptions.MaxPermits;

    private static string Rule(string key) => $"{RateLimitOptions.Section}:{key} must be from 1 to {RateLimitOptions.MaxPermits}";
}
