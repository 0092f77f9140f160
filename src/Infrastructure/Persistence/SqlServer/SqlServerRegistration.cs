using System.Text.RegularExpressions;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Servers;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.SqlServer;

internal static partial class SqlServerRegistration
{
    public static void AddSqlServer(this IServiceCollection services)
    {
        services.AddDbContextPool<ElizaDbContext, SqlServerDbContext>((provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            options.UseSqlServer(database.ConnectionString, sqlServer =>
            {
                sqlServer.CommandTimeout(database.CommandTimeoutSeconds);
                sqlServer.ExecutionStrategy(dependencies => new SqlServerRetries(dependencies));
                if (database.MaxBatchSize is { } most) sqlServer.MaxBatchSize(most);
            });
            Adapt(options);
            options.IgnorePendingModelChanges();
        });
        services.AddOptions<DatabaseOptions>().Validate(
            database => database.IsKnownTo(text => new SqlConnectionStringBuilder(text)), "ConnectionStrings:Eliza has a word, or a value, that the client of SQL Server does not know");
        services.AddDatabaseServer();
        services.AddSingleton<IDatabaseFaults, SqlServerFaults>();
        services.AddSingleton<IDatabaseLocks, SqlServerLocks>();
        services.AddSingleton<IRateBucketUpsert, SqlServerBuckets>();
        services.AddSingleton<IHistorySql, SqlServerHistorySql>();
        services.AddSingleton<ISearchDialect, SqlServerSearch>();
    }

    /// <summary>What EF's words for SQL Server lack.</summary>
    internal static void Adapt(DbContextOptionsBuilder options) =>
        options.AddInterceptors(new RowLockInterceptor(Lock)).ReplaceService<IUpdateSqlGenerator, SqlServerInserts>();

    /// <summary>
    /// The hint stands behind the table that is read; the marked queries read from one, which comes first. Where readers see row versions, as they
    /// have to (<see cref="ServerInitializer"/>), rows may be passed over only by who says that it locks what it reads. How long one waits holds until
    /// the connection is given back.
    /// </summary>
    internal static string Lock(string query, bool skipsLocked)
    {
        var locking = Table().Replace(query, skipsLocked ? "$0 WITH (UPDLOCK, ROWLOCK, READPAST, READCOMMITTEDLOCK)" : "$0 WITH (UPDLOCK, ROWLOCK)", 1);
        if (locking.Length == query.Length) throw new InvalidOperationException("A marked query reads from no table whose rows could be locked.");
        return $"SET LOCK_TIMEOUT {RowLocks.LongestWait};\n{locking}";
    }

    [GeneratedRegex(@"\bFROM \[\w+\] AS \[\w+\]")]
    private static partial Regex Table();
}
