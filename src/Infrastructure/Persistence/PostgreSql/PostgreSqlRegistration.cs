using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

internal static class PostgreSqlRegistration
{
    public static void AddPostgreSql(this IServiceCollection services)
    {
        // The pool of connections ends with the server.
        services.AddSingleton(provider => new NpgsqlDataSourceBuilder(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString).Build());
        services.AddDbContextPool<ElizaDbContext, PostgreSqlDbContext>((provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql =>
            {
                npgsql.CommandTimeout(database.CommandTimeoutSeconds);
                npgsql.ExecutionStrategy(dependencies => new PostgreSqlRetries(dependencies));
                if (database.MaxBatchSize is { } most) npgsql.MaxBatchSize(most);
            });
            options.AddInterceptors(new RowLockInterceptor(Lock));
            options.IgnorePendingModelChanges();
        });
        services.AddDatabaseServer();
        services.AddSingleton<IDatabaseFaults, PostgreSqlFaults>();
        services.AddSingleton<IDatabaseLocks, PostgreSqlLocks>();
        services.AddSingleton<IRateBucketUpsert, PostgreSqlBuckets>();
        services.AddSingleton<IHistorySql, PostgreSqlHistorySql>();
        services.AddSingleton<ISearchDialect, PostgreSqlSearch>();
    }

    /// <summary>Not the keys of the rows: who inserts a row that refers to one need not wait.</summary>
    internal static string Lock(string query, bool skipsLocked) => query + (skipsLocked ? "\nFOR NO KEY UPDATE SKIP LOCKED" : "\nFOR NO KEY UPDATE");
}
