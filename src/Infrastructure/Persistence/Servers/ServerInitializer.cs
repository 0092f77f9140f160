using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Brings the tables of a database server up to date when the operator wants it; else makes sure that somebody did. Of several servers that
/// start at once one migrates, and the others wait: EF's own lock may be let go between two migrations.
/// </summary>
internal sealed partial class ServerInitializer(
    ElizaDbContext db, IDatabaseLocks locks, IServiceScopeFactory scopes, IOptions<DatabaseOptions> options, ILogger<ServerInitializer> logger) : IDatabaseInitializer
{
    public async Task InitializeAsync(bool migrate, CancellationToken cancellationToken)
    {
        if (migrate || options.Value.MigrateOnStart) await MigrateAsync(cancellationToken);
        else if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            throw new InvalidDataException("the database is not up to date: run the server once with --migrate, or set Database:MigrateOnStart");
        if (db.Database.IsSqlServer()) await CheckSnapshotsAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the database if it is missing and may be made, and its tables. The lock is held by a connection of its own: EF makes the transactions
    /// of migrations itself. On large tables both may take long.
    /// </summary>
    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var holder = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
        foreach (var context in (ElizaDbContext[])[db, holder]) context.Database.SetCommandTimeout(TimeSpan.Zero);
        await using var transaction = await holder.Database.BeginTransactionAsync(cancellationToken);
        await locks.TakeAsync(holder, DatabaseLock.Migration, isShared: false, cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        await db.Database.MigrateAsync(cancellationToken);
        if (pending > 0) Migrated(pending);
    }

    /// <summary>
    /// Two servers may find at once that it is missing: then it is there when the second one was refused. Npgsql's provider keeps one kind of refusal
    /// to itself, so nobody knows who made it.
    /// </summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken)) return;
        Missing(db.Database.GetDbConnection().Database);
        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (DbException)
        {
            if (!await creator.ExistsAsync(cancellationToken)) throw;
        }
    }

    /// <summary>Without row versions readers wait for writers there, also those in whose name they read.</summary>
    private async Task CheckSnapshotsAsync(CancellationToken cancellationToken)
    {
        var isOn = await db.Database.SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS \"Value\" FROM sys.databases WHERE database_id = DB_ID()")
            .SingleAsync(cancellationToken);
        if (!isOn) throw new InvalidDataException("the database needs row versions: ALTER DATABASE … SET READ_COMMITTED_SNAPSHOT ON");
    }

    [LoggerMessage(67, LogLevel.Information, "There is no database {Database} yet: it is made now")]
    private partial void Missing(string database);

    [LoggerMessage(68, LogLevel.Information, "{Migrations} migrations were applied")]
    private partial void Migrated(int migrations);
}
