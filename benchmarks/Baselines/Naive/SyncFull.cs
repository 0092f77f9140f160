using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.Benchmarks.Baselines.Naive;

/// <summary>SQLite keeps per connection that a commit reaches the disk before it is acknowledged.</summary>
internal sealed class SyncFull : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
