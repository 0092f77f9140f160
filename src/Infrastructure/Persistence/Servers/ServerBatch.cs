using Eliza.Application.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Saves many units of work in one transaction of a database server, by EF. When that breaks a rule nothing of it is saved, and the units
/// are saved by halves, until the one that broke it is alone. A transaction that broke off before its commit is begun anew, for surely
/// nothing of it was saved; once the commit is on its way nobody knows, and all units are refused.
/// </summary>
/// <remarks>
/// Two units that change the same row, or add the same one, cannot be in one transaction of EF's: they come into different halves.
/// </remarks>
internal sealed partial class ServerBatch(
    IServiceScopeFactory scopes, IDatabaseLocks locks, IDatabaseFaults faults, TimeProvider time, ILogger<ServerBatch> logger) : IUnitBatch
{
    /// <summary>Connections of the pool may be broken one like the other, after the database was started again.</summary>
    private const int MostTries = 3;

    public bool IsLocal => false;

    /// <summary>The committer's thread waits: it has nothing else to do.</summary>
    public void Save(IReadOnlyList<CommitUnit> units) => SaveAsync(units).GetAwaiter().GetResult();

    public void Dispose()
    {
        // A connection of the pool is kept for a batch, not for good.
    }

    private async Task SaveAsync(IReadOnlyList<CommitUnit> units)
    {
        if (units.Count == 0) return;
        try
        {
            await SaveTogetherAsync(units);
            return;
        }
        catch (Exception) when (units.All(unit => unit.WhenDone.IsCompleted))
        {
            // They are saved and told so: that a connection could not be given back is its pool's business, and to save them again would be wrong.
            return;
        }
        catch (Exception exception)
        {
            var explained = faults.Explain(exception);
            if (explained?.Error == CommonErrors.StorageUnavailable)
            {
                Refuse(units, exception);
                return;
            }
            if (units.Count == 1)
            {
                if (explained is not null) units[0].End(explained);
                else units[0].Fail(exception);
                return;
            }
        }
        var half = units.Count / 2;
        await SaveAsync([.. units.Take(half)]);
        await SaveAsync([.. units.Skip(half)]);
    }

    /// <summary>Saves them and tells each how it ended. What it throws was thrown before the commit: nothing is saved then.</summary>
    private async Task SaveTogetherAsync(IReadOnlyList<CommitUnit> units)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var together = new UnitsTogether(db, locks, units, time.GetUtcNow());
                await together.WriteAsync();
                await CommitAsync(transaction, together, units);
                return;
            }
            catch (Exception exception) when (tries < MostTries && faults.Explain(exception)?.Error == CommonErrors.StorageUnavailable)
            {
                // Nothing was saved: once more, over another connection.
            }
        }
    }

    /// <summary>Whatever goes wrong here, nobody knows whether they are saved: all are refused, none is saved again, and their keys find out.</summary>
    private async Task CommitAsync(IDbContextTransaction transaction, UnitsTogether together, IReadOnlyList<CommitUnit> units)
    {
        try
        {
            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            Refuse(units, exception);
            return;
        }
        CommitMeter.Committed(units.Count);
        together.Tell();
    }

    private void Refuse(IReadOnlyList<CommitUnit> units, Exception exception)
    {
        StorageFailed(exception, units.Count);
        foreach (var unit in units) unit.End(Commit.Refused(CommonErrors.StorageUnavailable));
    }

    [LoggerMessage(45, LogLevel.Error, "The database cannot be written; {Units} units of work are refused")]
    private partial void StorageFailed(Exception exception, int units);
}
