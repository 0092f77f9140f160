using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Application.Messages;
using Eliza.Infrastructure.Access;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Channels;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Health;
using Eliza.Infrastructure.Hosting;
using Eliza.Infrastructure.Idempotency;
using Eliza.Infrastructure.Jobs;
using Eliza.Infrastructure.Media;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Platforms;
using Eliza.Infrastructure.RateLimiting;
using Eliza.Infrastructure.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section)
            .Configure<IConfiguration>((database, configuration) =>
                database.ConnectionString = configuration.GetConnectionString(DatabaseOptions.ConnectionName) ?? database.ConnectionString)
            .Validate(
                database => DatabaseOptions.NamesAFile(database.ConnectionString),
                $"ConnectionStrings:{DatabaseOptions.ConnectionName} must be a SQLite connection string with a Data Source")
            .Validate(database => database.CommandTimeoutSeconds is >= 1 and <= 3600, "Database:CommandTimeoutSeconds must be from 1 to 3600")
            .ValidateOnStart();

        services.AddDatabase();
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
        services.AddSingleton<IHints>(provider => provider.GetRequiredService<Hints>());
        services.AddHostedService(provider => provider.GetRequiredService<Hints>());

        services.Scan(scan => scan.FromAssembliesOf(typeof(DependencyInjection))
            .AddClasses(classes => classes.Where(type => type.Name.EndsWith("Repository", StringComparison.Ordinal) && !type.IsGenericType), publicOnly: false)
            .AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IModulePort>(), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IAgentRuntime>(), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime());
        return services;
    }

    /// <summary>
    /// Checks the configuration, then makes the database if there is none and brings it up to date. Call it before the
    /// server listens.
    /// </summary>
    /// <returns>The bootstrap key if it was made just now, to be shown once; else null.</returns>
    public static async Task<NewBootstrapKey?> InitializeStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DatabaseInitializer>();
        var bootstrapKey = scope.ServiceProvider.GetRequiredService<BootstrapKey>();
        var key = await bootstrapKey.FindAsync(database.Folder, cancellationToken);
        await database.InitializeAsync(cancellationToken);
        services.GetRequiredService<MediaFolder>().Create();
        return await bootstrapKey.EnsureAsync(key, database.Folder, cancellationToken);
    }

    /// <summary>Whether an exception says that the database cannot be reached or written, which is no fault of the request.</summary>
    public static bool IsStorageUnavailable(Exception exception) => exception is WritersBusyException || SqliteFaults.IsUnavailable(exception);

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddDbContextPool<ElizaDbContext, SqliteDbContext>((provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            options.UseSqlite(database.ConnectionString, sqlite => sqlite.CommandTimeout(database.CommandTimeoutSeconds));
            options.AddInterceptors(new SqlitePragmas());

            // Whether the migrations match the model is for a test to tell: asked at each start it takes a tenth of it.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        services.AddSingleton<SqliteWriteGate>();
        services.AddSingleton<SqliteFileLock>();
        services.AddSingleton<SqliteBatch>();
        services.AddSingleton<SqliteCheckpoints>();
        services.AddSingleton<Committer>();
        services.AddSingleton(ModelOf);
        services.AddSingleton<SqliteFaults>();
        services.AddScoped<NewRows>();
        services.AddScoped<WriteTransaction>();
        services.AddSingleton(FactLifetimes.Alone);
        services.AddSingleton<KnownChannels>();
        services.AddSingleton<KnownAgents>();
        services.AddSingleton<KnownKeys>();
        services.AddScoped<Premises>();
        services.AddScoped<Outdated>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped(typeof(IReadRepository<>), typeof(EfReadRepository<>));
        services.AddScoped<DatabaseInitializer>();
        services.AddSingleton<IHealthProbe, DatabaseProbe>();
    }

    private static IModel ModelOf(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ElizaDbContext>().Model;
    }
}
