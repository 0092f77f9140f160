using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.Sqlite;

internal static class SqliteRegistration
{
    public static void AddSqlite(this IServiceCollection services)
    {
        services.AddDbContextPool<ElizaDbContext, SqliteDbContext>((provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            options.UseSqlite(database.ConnectionString, sqlite => sqlite.CommandTimeout(database.CommandTimeoutSeconds));
            options.AddInterceptors(new SqlitePragmas());
            options.IgnorePendingModelChanges();
        });
        services.AddSingleton(provider => new WriteGate(places: 1, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SqliteFileLock>();
        services.AddSingleton<SqliteCheckpoints>();
        services.AddSingleton<SqliteFaults>();
        services.AddSingleton<IDatabaseFaults>(provider => provider.GetRequiredService<SqliteFaults>());
        services.AddSingleton<IUnitBatch, SqliteBatch>();
        services.AddSingleton<IDatabaseLocks, SqliteLocks>();
        services.AddScoped<IDatabaseInitializer, SqliteInitializer>();
        services.AddSingleton<IHistorySql, SqliteHistorySql>();
        services.AddSingleton<ISearchDialect, SqliteSearch>();
        services.AddSingleton(FactLifetimes.Alone);
    }
}
