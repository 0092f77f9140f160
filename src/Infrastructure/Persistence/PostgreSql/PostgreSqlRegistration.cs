using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Eliza.Infrastructure.Persistence.PostgreSql;

internal static class PostgreSqlRegistration
{
    /// <summary>So many connections of a node at most: of PostgreSQL's 100, two nodes leave some to others.</summary>
    private const int Connections = 40;

    /// <summary>
    /// A node that stands still in the middle of a transaction, or whose machine is gone, keeps its rows from all other nodes: the database undoes what
    /// has been idle for so many milliseconds.
    /// </summary>
    private const int LongestIdle = 5_000;

    private const string IdleSetting = "idle_in_transaction_session_timeout";

    public static void AddPostgreSql(this IServiceCollection services)
    {
        // The pool of connections ends with the server.
        services.AddSingleton(provider => DataSource(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
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
        services.AddOptions<DatabaseOptions>().Validate(
            database => database.IsKnownTo(text => new NpgsqlConnectionStringBuilder(text)), "ConnectionStrings:Eliza has a word, or a value, that the client of PostgreSQL does not know");
        services.AddDatabaseServer();
        services.AddSingleton<IDatabaseFaults, PostgreSqlFaults>();
        services.AddSingleton<IDatabaseLocks, PostgreSqlLocks>();
        services.AddSingleton<IRateBucketUpsert, PostgreSqlBuckets>();
        services.AddSingleton<IHistorySql, PostgreSqlHistorySql>();
        services.AddSingleton<ISearchDialect, PostgreSqlSearch>();
    }

    /// <summary>What the connection string says itself stays as it is.</summary>
    internal static NpgsqlDataSource DataSource(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var given = builder.ConnectionStringBuilder.Options;
        if (given?.Contains(IdleSetting, StringComparison.Ordinal) is not true) builder.ConnectionStringBuilder.Options = $"{given} -c {IdleSetting}={LongestIdle}".TrimStart();
        if (!builder.ConnectionStringBuilder.ContainsKey("Maximum Pool Size")) builder.ConnectionStringBuilder.MaxPoolSize = Connections;
        builder.ConnectionStringBuilder.ApplicationName ??= "Eliza";
        return builder.Build();
    }

    /// <summary>Not the keys of the rows: who inserts a row that refers to one need not wait.</summary>
    internal static string Lock(string query, bool skipsLocked) => $"{PostgreSqlLocks.Patience}{query}\nFOR NO KEY UPDATE{(skipsLocked ? " SKIP LOCKED" : "")}";
}
