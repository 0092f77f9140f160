using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence;

internal static class PersistenceRegistration
{
    public static void AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section)
            .Configure<IConfiguration>((database, given) => database.GivenConnectionString = given.GetConnectionString(DatabaseOptions.ConnectionName))
            .Validate(database => database.Provider is not DatabaseProvider.Sqlite || database.CanConnect(), $"{ConnectionString} must be a SQLite connection string with a Data Source")
            .Validate(database => database.Provider is DatabaseProvider.Sqlite || database.CanConnect(), $"{ConnectionString} must be given for a database server, and be a connection string")
            .Validate(database => database.CommandTimeoutSeconds is >= 1 and <= 3600, "Database:CommandTimeoutSeconds must be from 1 to 3600")
            .Validate(database => database.MaxBatchSize is null or (>= 1 and <= 1000), "Database:MaxBatchSize must be from 1 to 1000")
            .ValidateOnStart();

        services.AddProvider(configuration.GetSection(DatabaseOptions.Section).GetValue<DatabaseProvider>(nameof(DatabaseOptions.Provider)));
        services.AddSingleton<Committer>();
        services.AddSingleton(ModelOf);
        services.AddScoped<NewRows>();
        services.AddScoped<WriteTransaction>();
        services.AddSingleton<KnownChannels>();
        services.AddSingleton<KnownAgents>();
        services.AddSingleton<KnownKeys>();
        services.AddScoped<Premises>();
        services.AddScoped<Outdated>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped(typeof(IReadRepository<>), typeof(EfReadRepository<>));
        services.AddSingleton<IHealthProbe, DatabaseProbe>();
    }

    private const string ConnectionString = $"ConnectionStrings:{DatabaseOptions.ConnectionName}";

    private static void AddProvider(this IServiceCollection services, DatabaseProvider provider)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                services.AddSqlite();
                break;
            case DatabaseProvider.SqlServer:
                services.AddSqlServer();
                break;
            case DatabaseProvider.PostgreSql:
                services.AddPostgreSql();
                break;
            default:
                throw new InvalidOperationException($"Configuration value '{provider}' of Database:Provider is none of Sqlite, SqlServer, PostgreSql");
        }
    }

    private static IModel ModelOf(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ElizaDbContext>().Model;
    }
}
