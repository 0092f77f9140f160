using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Saves many units of work in one transaction of a database server, by EF. Units whose channels somebody else holds are left out, and saved
/// apart when they come free. When a unit breaks a rule nothing of the transaction is saved, and its units are saved by halves, until the one
/// that broke it is alone. When the connection breaks before the commit, surely nothing is saved: all of them are written over another one, three
/// times at most. Once the commit is on its way nobody knows, and where time is up others would wait as long again: then all are refused.
/// </summary>
internal sealed partial class ServerBatch(
    IServiceScopeFactory scopes, IDatabaseLocks locks, IDatabaseFaults faults, WriteGate gate, TimeProvider time, ILogger<ServerBatch> logger) : IUnitBatch
{
    /// <summary>Connections of the pool may be broken one like the other, after the database was started again.</summary>
    private const int MostTries = 3;

    private readonly UnitsAside _aside = new(gate, time);

    public bool IsLocal => false;

    /// <summary>The committer's thread waits: it has nothing else to do.</summary>
    public void Save(IReadOnlyList<CommitUnit> units) => SaveAsync([.. units.Where(unit => !_aside.TryJoin(unit))], waits: false).GetAwaiter().GetResult();

    public void Finish() => _aside.WhenSavedAsync().GetAwaiter().GetResult();

    /// <summary>A connection of the pool is kept for a batch, not for good.</summary>
    public void Dispose() => _aside.Dispose();

    /// <summary>Saves what it is given; the units that are saved apart leave the list.</summary>
    /// <param name="units">Which.</param>
    /// <param name="waits">Whether channels that others hold are waited for.</param>
    private async Task SaveAsync(List<CommitUnit> units, bool waits)
    {
        if (units.Count == 0) return;
        try
        {
            await SaveTogetherAsync(units, waits);
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
            if (explained?.Error is { Kind: ErrorKind.Unavailable } error)
            {
                Refuse(units, error, exception);
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
        await SaveAsync(units[..half], waits);
        await SaveAsync(units[half..], waits);
    }

    /// <summary>Saves them and tells each how it ended. What it throws was thrown before the commit: nothing is saved then.</summary>
    private async Task SaveTogetherAsync(List<CommitUnit> units, bool waits)
    {
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var together = new UnitsTogether(db, locks, time, units, waits);
                await together.WriteAsync();
                SetAside(together.LeftOut, units);
                await CommitAsync(transaction, together, units);
                return;
            }
            catch (Exception exception) when (tries < MostTries && faults.Explain(exception)?.Error == CommonErrors.StorageUnavailable && !units.All(unit => unit.WhenDone.IsCompleted))
            {
                // Nothing was saved: once more, over another connection.
            }
        }
    }

    /// <summary>However the transaction ends: they are no part of it.</summary>
    private void SetAside(IReadOnlyList<(ChannelId Channel, CommitUnit Unit)> leftOut, List<CommitUnit> units)
    {
        if (leftOut.Count == 0) return;
        var apart = leftOut.Select(left => left.Unit).ToHashSet();
        units.RemoveAll(apart.Contains);
        _aside.Add(leftOut, waiting => SaveAsync(waiting, waits: true));
    }

    /// <summary>Whatever goes wrong here, nobody knows whether they are saved: all are refused, none is saved again, and their keys find out.</summary>
    private async Task CommitAsync(IDbContextTransaction transaction, UnitsTogether together, List<CommitUnit> units)
    {
        try
        {
            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            Refuse(units, CommonErrors.StorageUnavailable, exception);
            return;
        }
        if (units.Count > 0) CommitMeter.Committed(units.Count);
        together.Tell();
    }

    private void Refuse(List<CommitUnit> units, Error error, Exception exception)
    {
        StorageFailed(units.Count, exception.GetBaseException().Message);
        foreach (var unit in units) unit.End(Commit.Refused(error));
    }

    [LoggerMessage(45, LogLevel.Error, "The database cannot be written; {Units} units of work are refused: {Reason}")]
    private partial void StorageFailed(int units, string reason);
}
