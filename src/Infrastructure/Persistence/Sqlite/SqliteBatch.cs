using Eliza.Application.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Saves many units of work in one transaction, each behind a savepoint: one that breaks a rule is undone alone. A fault of the disk or
/// the connection fails them all, because nobody knows then what of them is saved; the next batch begins with a new connection.
/// </summary>
/// <remarks>It is used by one thread.</remarks>
internal sealed partial class SqliteBatch(IOptions<DatabaseOptions> options, IModel model, SqliteFaults faults, TimeProvider time, ILogger<SqliteBatch> logger) : IDisposable
{
    private SqliteUnitWriter? _writer;

    /// <summary>Saves the units and tells each how it ended.</summary>
    public void Save(IReadOnlyList<CommitUnit> units)
    {
        if (units.Count == 0) return;
        try
        {
            _writer ??= new SqliteUnitWriter(options.Value, model);
            _writer.Begin();
            var ends = units.Select(unit => TryWrite(_writer, unit)).ToList();
            _writer.Commit();
            CommitMeter.Committed(units.Count);
            foreach (var end in ends) end();
        }
        catch (Exception exception)
        {
            foreach (var unit in units) unit.End(Commit.Refused(CommonErrors.StorageUnavailable));
            StorageFailed(exception, units.Count);
            Dispose();
        }
    }

    public void Dispose()
    {
        var writer = _writer;
        _writer = null;
        writer?.Dispose();
    }

    /// <returns>What to tell it once the transaction is committed.</returns>
    private Action TryWrite(SqliteUnitWriter writer, CommitUnit unit)
    {
        var now = time.GetUtcNow();
        if (unit.IsTooLate(now)) return () => unit.End(Commit.Stale);
        try
        {
            var isWritten = writer.TryWrite(unit, now);
            return () => unit.End(isWritten ? Commit.Saved(unit.Events) : Commit.Stale);
        }
        catch (Exception exception) when (!SqliteFaults.IsUnavailable(exception))
        {
            writer.Undo();
            return faults.Explain(exception) is { } refused ? () => unit.End(refused) : () => unit.Fail(exception);
        }
    }

    [LoggerMessage(45, LogLevel.Error, "The database cannot be written; {Units} units of work are refused")]
    private partial void StorageFailed(Exception exception, int units);
}
