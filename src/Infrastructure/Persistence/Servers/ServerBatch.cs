using Eliza.Application.Common;
using Eliza.Infrastructure.Persistence.Commits;
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
            if (await TrySaveTogetherAsync(units)) return;
        }
        catch (Exception exception)
        {
            var explained = faults.Explain(exception);
            if (explained?.Error == CommonErrors.StorageUnavailable)
            {
                StorageFailed(exception, units.Count);
                foreach (var unit in units) unit.End(explained);
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

    /// <summary>Saves them and tells each how it ended; not if one has to be alone.</summary>
    private async Task<bool> TrySaveTogetherAsync(IReadOnlyList<CommitUnit> units)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            UnitsTogether saved;
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                saved = new UnitsTogether(db, locks, units, time.GetUtcNow());
                await saved.WriteAsync();
                tries = MostTries;
                await transaction.CommitAsync();
            }
            catch (Exception exception) when (tries < MostTries && faults.Explain(exception)?.Error == CommonErrors.StorageUnavailable)
            {
                continue;
            }
            CommitMeter.Committed(units.Count);
            saved.Tell();
            return true;
        }
    }

    [LoggerMessage(45, LogLevel.Error, "The database cannot be written; {Units} units of work are refused")]
    private partial void StorageFailed(Exception exception, int units);
}
