using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Settings that SQLite keeps per connection, so they are made on every one: a commit reaches the disk before it is acknowledged (FULL),
/// references are checked, another process that writes is waited for. Pages go from the log to the database by
/// <see cref="SqliteCheckpoints"/>; whoever finds 32,000 of them (128 MB) there does it.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 32000;";

    public static void Make(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Make(connection);

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
