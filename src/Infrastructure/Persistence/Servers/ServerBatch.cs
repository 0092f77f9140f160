using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>
/// Saves many units of work in one transaction of a database server, by EF. Units that need what somebody else holds are passed over: most come into
/// the next batch, and who is passed over again is saved apart, when it comes free. When a unit breaks a rule nothing of the transaction is saved, and
/// its units are saved by halves, until the one that broke it is alone. When the connection breaks before the commit, surely nothing is saved: all of
/// them are written over another one, three times at most. Once the commit is on its way nobody knows, and where time is up others would wait as long
/// again: then all are refused.
/// </summary>
internal sealed partial class ServerBatch : IUnitBatch
{
    /// <summary>Connections of the pool may be broken one like the other, after the database was started again.</summary>
    private const int MostTries = 3;

    private readonly IServiceScopeFactory _scopes;
    private readonly IDatabaseLocks _locks;
    private readonly IDatabaseFaults _faults;
    private readonly TimeProvider _time;
    private readonly ILogger<ServerBatch> _logger;
    private readonly ParkedUnits _parked;

    public ServerBatch(IServiceScopeFactory scopes, IDatabaseLocks locks, IDatabaseFaults faults, TimeProvider time, ILogger<ServerBatch> logger)
    {
        (_scopes, _locks, _faults, _time, _logger) = (scopes, locks, faults, time, logger);
        _parked = new ParkedUnits(SaveParkedAsync, time);
    }

    public bool IsLocal => false;

    /// <summary>The committer's thread waits: it has nothing else to do.</summary>
    public IReadOnlyList<CommitUnit> Save(IReadOnlyList<CommitUnit> units)
    {
        var passedOver = new List<(object Need, CommitUnit Unit)>();
        SaveAsync([.. units.Where(unit => !_parked.TryJoin(unit))], passedOver).GetAwaiter().GetResult();
        if (passedOver.Count == 0) return [];
        _parked.Add([.. passedOver.Where(one => one.Unit.WasPassedOver)]);
        List<CommitUnit> again = [.. passedOver.Select(one => one.Unit).Where(unit => !unit.WasPassedOver)];
        foreach (var unit in again) unit.WasPassedOver = true;
        return again;
    }

    public void Finish() => _parked.WhenSavedAsync().GetAwaiter().GetResult();

    /// <summary>A connection of the pool is kept for a batch, not for good.</summary>
    public void Dispose() => _parked.Dispose();

    /// <summary>Saves what it is given; whoever was told, or is passed over, leaves the list.</summary>
    private async Task SaveAsync(List<CommitUnit> units, List<(object Need, CommitUnit Unit)> passedOver)
    {
        if (units.Count == 0) return;
        try
        {
            await SaveTogetherAsync(units, passedOver, before: null);
        }
        catch (Exception exception)
        {
            await SaveByHalvesAsync(units, passedOver, exception);
        }
    }

    /// <summary>Waits for what the units of a line need, and saves those who stand in it then. Who waits in vain is refused by the line itself.</summary>
    private async Task SaveParkedAsync(object need, CommitLine line)
    {
        List<CommitUnit> units = [];
        List<(object Need, CommitUnit Unit)> passedOver = [];
        try
        {
            await SaveTogetherAsync(units, passedOver, async locks =>
            {
                await locks.WaitForAsync(need);
                if (units.Count == 0) units.AddRange(line.Take(Committer.MaxBatch));
            });
        }
        catch (Exception exception)
        {
            if (units.Count == 0 && _faults.Explain(exception)?.Error != CommonErrors.Busy) units.AddRange(line.Take(CommitLine.MaxLength));
            await SaveByHalvesAsync(units, passedOver, exception);
        }
        _parked.Add(passedOver);
    }

    /// <summary>Saves them and tells each how it ended. As long as there are units in the list, what it throws was thrown before the commit.</summary>
    private async Task SaveTogetherAsync(List<CommitUnit> units, List<(object Need, CommitUnit Unit)> passedOver, Func<UnitLocks, Task>? before)
    {
        var isOver = false;
        for (var tries = 1; ; tries++)
        {
            await using var scope = _scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var locks = new UnitLocks(db, _locks);
                if (before is not null) await before(locks);
                if (units.Count == 0) return;
                var together = new UnitsTogether(db, locks, _time, units);
                await together.WriteAsync();
                passedOver.AddRange(together.PassedOver);
                units.RemoveAll(together.PassedOver.Select(one => one.Unit).ToHashSet().Contains);
                isOver = true;
                await CommitAsync(transaction, together, units);
                return;
            }
            catch (Exception exception) when (tries < MostTries && !isOver && _faults.Explain(exception)?.Error == CommonErrors.StorageUnavailable)
            {
                // Nothing was saved: once more, over another connection.
            }
        }
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
        units.Clear();
    }

    /// <summary>When all were told there is nothing to do: that a connection could not be given back is its pool's business.</summary>
    private async Task SaveByHalvesAsync(List<CommitUnit> units, List<(object Need, CommitUnit Unit)> passedOver, Exception exception)
    {
        if (units.Count == 0) return;
        var explained = _faults.Explain(exception);
        if (explained?.Error is { Kind: ErrorKind.Unavailable } error)
        {
            Refuse(units, error, exception);
        }
        else if (units.Count == 1)
        {
            if (explained is not null) units[0].End(explained);
            else units[0].Fail(exception);
        }
        else
        {
            var half = units.Count / 2;
            await SaveAsync(units[..half], passedOver);
            await SaveAsync(units[half..], passedOver);
        }
    }

    private void Refuse(List<CommitUnit> units, Error error, Exception exception)
    {
        StorageFailed(units.Count, exception.GetBaseException().Message);
        foreach (var unit in units) unit.End(Commit.Refused(error));
        units.Clear();
    }

    [LoggerMessage(45, LogLevel.Error, "The database cannot be written; {Units} units of work are refused: {Reason}")]
    private partial void StorageFailed(int units, string reason);
}
