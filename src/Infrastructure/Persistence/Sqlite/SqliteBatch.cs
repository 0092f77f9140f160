using Eliza.Application.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Saves many units of work in one transaction. When one breaks a rule they are all written again, each behind a savepoint, so that it is
/// undone alone. A fault of the disk or the connection fails them all, because nobody knows then what of them is saved; the next batch
/// begins with a new connection.
/// </summary>
/// <remarks>It is used by one at a time: whoever has the writer's turn.</remarks>
internal sealed partial class SqliteBatch(IOptions<DatabaseOptions> options, IModel model, SqliteFaults faults, SqliteCheckpoints checkpoints, TimeProvider time, ILogger<SqliteBatch> logger) : IUnitBatch
{
    private SqliteUnitWriter? _writer;

    public bool IsLocal => true;

    public IReadOnlyList<CommitUnit> Save(IReadOnlyList<CommitUnit> units)
    {
        if (units.Count == 0) return [];
        try
        {
            _writer ??= new SqliteUnitWriter(options.Value, model);
            var ends = WriteTogether(_writer, units) ?? WriteApart(_writer, units);
            _writer.Transaction.Commit();
            CommitMeter.Committed(units.Count);
            foreach (var end in ends) end();
            _writer.Report(checkpoints);
        }
        catch (Exception exception)
        {
            foreach (var unit in units) unit.End(Commit.Refused(CommonErrors.StorageUnavailable));
            StorageFailed(exception, units.Count);
            Dispose();
        }
        return [];
    }

    public void Finish()
    {
        // None is saved apart.
    }

    public void Dispose()
    {
        var writer = _writer;
        _writer = null;
        writer?.Dispose();
    }

    /// <summary>Writes them one behind the other: no savepoint, because each costs copies of pages, and puts words to the disk unit by unit.</summary>
    /// <returns>What to tell each once the transaction is committed; null when one has to be undone, and with it all are.</returns>
    private List<Action>? WriteTogether(SqliteUnitWriter writer, IReadOnlyList<CommitUnit> units)
    {
        var ends = new List<Action>(units.Count);
        writer.Begin();
        foreach (var unit in units)
        {
            var before = writer.Transaction.Changes;
            var (isWritten, end) = TryWrite(writer, unit);
            if (!isWritten && (writer.Transaction.Changes != before || !writer.Transaction.IsOpen))
            {
                writer.Transaction.Rollback();
                return null;
            }
            ends.Add(end);
        }
        return ends;
    }

    /// <summary>Writes each behind a savepoint, to which it is undone.</summary>
    /// <returns>What to tell each once the transaction is committed.</returns>
    private List<Action> WriteApart(SqliteUnitWriter writer, IReadOnlyList<CommitUnit> units)
    {
        var ends = new List<Action>(units.Count);
        writer.Begin();
        foreach (var unit in units)
        {
            writer.Transaction.Mark();
            var (isWritten, end) = TryWrite(writer, unit);
            if (isWritten) writer.Transaction.Keep();
            else writer.Transaction.Undo();
            ends.Add(end);
        }
        return ends;
    }

    /// <summary>Writes a unit. If it is not, a part of it may be.</summary>
    private (bool IsWritten, Action End) TryWrite(SqliteUnitWriter writer, CommitUnit unit)
    {
        var now = time.GetUtcNow();
        try
        {
            return !unit.IsTooLate(now) && writer.TryWrite(unit, now)
                ? (true, () => unit.End(Commit.Saved(unit.Events)))
                : (false, () => unit.End(Commit.Stale));
        }
        catch (Exception exception) when (!SqliteFaults.IsUnavailable(exception))
        {
            return (false, faults.Explain(exception) is { } refused ? () => unit.End(refused) : () => unit.Fail(exception));
        }
    }

    [LoggerMessage(74, LogLevel.Error, "The database cannot be written; {Units} units of work are refused")]
    private partial void StorageFailed(Exception exception, int units);
}
