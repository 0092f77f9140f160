using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Application.Messages;
using Eliza.Infrastructure.Access;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Bus;
using Eliza.Infrastructure.Channels;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Health;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Idempotency;
using Eliza.Infrastructure.Jobs;
using Eliza.Infrastructure.Media;
using Eliza.Infrastructure.Media.Describing;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Platforms;
using Eliza.Infrastructure.RateLimiting;
using Eliza.Infrastructure.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddPersistence(configuration);
        services.AddBus(configuration);
        services.AddAccess();
        services.AddAgents();
        services.AddPlatforms();
        services.AddJobs();
        services.AddSessions();
        services.AddFeeds();
        services.AddRateLimits();
        services.AddScoped<IChannelMembers, ChannelMembers>();
        services.AddMedia();
        services.AddScoped<IMessageHistory, MessageHistory>();
        services.AddScoped<IServerOverview, ServerOverview>();
        services.AddScoped<IMessageSearch, MessageSearch>();
        services.AddHostedService<AnswerSweeper>();
        services.AddSingleton<Hints>();
        services.AddHostedService(provider => provider.GetRequiredService<Hints>());

        services.Scan(scan => scan.FromAssembliesOf(typeof(DependencyInjection))
            .AddClasses(classes => classes.Where(type => type.Name.EndsWith("Repository", StringComparison.Ordinal) && !type.IsGenericType), publicOnly: false)
            .AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IModulePort>(), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IAgentRuntime>(), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime());
        return services;
    }

    /// <summary>
    /// Checks the configuration, then makes the database ready: one file if there is none, and tables that are up to date. Call it before the
    /// server listens.
    /// </summary>
    /// <returns>The bootstrap key if it was made just now, to be shown once; else null.</returns>
    public static async Task<NewBootstrapKey?> InitializeStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = services.CreateAsyncScope();
        var folder = scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Folder;
        var bootstrapKey = scope.ServiceProvider.GetRequiredService<BootstrapKey>();
        var key = await bootstrapKey.FindAsync(folder, cancellationToken);
        DataFolder.Create(folder);
        await scope.ServiceProvider.GetRequiredService<IDatabaseInitializer>().InitializeAsync(migrate: false, cancellationToken);
        services.GetRequiredService<MediaFolder>().Create();
        return await bootstrapKey.EnsureAsync(key, folder, cancellationToken);
    }

    /// <summary>Checks the configuration and brings the database up to date; nothing else.</summary>
    public static async Task MigrateStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = services.CreateAsyncScope();
        DataFolder.Create(scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Folder);
        await scope.ServiceProvider.GetRequiredService<IDatabaseInitializer>().InitializeAsync(migrate: true, cancellationToken);
    }

    /// <summary>
    /// Reads what a document says, as much as a description of it holds. For a process that is made for it, and ended if it does not end: who made
    /// the document may mean harm.
    /// </summary>
    /// <exception cref="Exception">It cannot be read: any, as it may be anything.</exception>
    public static string ReadDocument(string path) => DocumentText.Read(path);

    /// <summary>Whether an exception says that the database cannot be reached or written, which is no fault of the request.</summary>
    public static bool IsStorageUnavailable(Exception exception) => StorageFaults.IsUnavailable(exception);
}
