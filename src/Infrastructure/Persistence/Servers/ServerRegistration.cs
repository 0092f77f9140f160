using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Servers;

internal static class ServerRegistration
{
    /// <summary>So many of a node's transactions write at once; with those who read it stays below what a database's connections allow some nodes.</summary>
    private const int Writers = 16;

    /// <summary>What is the same for all database servers.</summary>
    public static void AddDatabaseServer(this IServiceCollection services)
    {
        services.AddSingleton(provider => new WriteGate(Writers, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IUnitBatch, ServerBatch>();
        services.AddScoped<IDatabaseInitializer, ServerInitializer>();
        services.AddSingleton(FactLifetimes.Shared);
        services.AddSingleton<IBucketTable, RateBucketTable>();
        services.AddSharedLimits();
    }
}
