using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>A connection of somebody's own, made without EF.</summary>
internal static class LoneConnection
{
    /// <summary>Opens one; not from the pool, because one that failed must not come back from there.</summary>
    /// <exception cref="SqliteException">The database cannot be opened.</exception>
    public static SqliteConnection Open(DatabaseOptions options)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            SqlitePragmas.Make(connection);
            raw.sqlite3_busy_timeout(connection.Handle, options.CommandTimeoutSeconds * 1000);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
