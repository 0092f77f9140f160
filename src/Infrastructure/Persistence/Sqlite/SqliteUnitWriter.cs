using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Writes units of work over a connection of its own, by statements that are prepared once: on SQLite each statement of EF costs several
/// times what the database takes for it. What it does is what <see cref="UnitOfWork"/> does by EF, and tests hold the two together.
/// </summary>
internal sealed class SqliteUnitWriter : IDisposable
{
    /// <summary>
    /// Pages in memory, in KB: by default 2 MB, less than those of a thousand busy channels. What a savepoint would bring back lies in memory
    /// too: by default it is a temporary file, which takes most of the writing.
    /// </summary>
    private static readonly string[] Settings = ["PRAGMA cache_size = -16000", "PRAGMA temp_store = MEMORY"];

    private readonly SqliteConnection _connection;
    private readonly SqliteRows _rows;
    private readonly SqliteStatement _begin, _commit, _savepoint, _release, _undo, _stamp, _channel, _agents;
    private long? _agentsRevision;

    public SqliteUnitWriter(DatabaseOptions options, IModel model)
    {
        // Not from the pool: a connection that failed must not come back from there.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        try
        {
            _connection.Open();
            SqlitePragmas.Make(_connection);
            raw.sqlite3_busy_timeout(_connection.Handle, options.CommandTimeoutSeconds * 1000);
            foreach (var setting in Settings)
            {
                using var statement = Prepare(setting);
                statement.Execute();
            }
            _rows = new SqliteRows(_connection, model);
            _begin = Prepare("BEGIN IMMEDIATE");
            _commit = Prepare("COMMIT");
            _savepoint = Prepare("SAVEPOINT unit");
            _release = Prepare("RELEASE unit");
            _undo = Prepare("ROLLBACK TO unit");
            _stamp = Prepare(
                "UPDATE \"Channels\" SET \"MessageCount\" = \"MessageCount\" + ?, \"LastStamp\" = max(\"LastStamp\" + ?, ?) "
                + "WHERE \"Id\" = ? RETURNING \"LastStamp\"");
            _channel = Prepare($"SELECT \"{Revision.OfChannel}\" FROM \"Channels\" WHERE \"Id\" = ?");
            _agents = Prepare($"SELECT \"Value\" FROM \"Revisions\" WHERE \"Name\" = '{Revision.Agents}'");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public void Begin()
    {
        _begin.Execute();
        _agentsRevision = null;
    }

    public void Commit() => _commit.Execute();

    /// <summary>Writes the unit, or finds that what it was decided on is no longer so; then nothing of it is left.</summary>
    public bool TryWrite(CommitUnit unit, DateTimeOffset now)
    {
        _savepoint.Execute();
        if (Holds(unit.Premises) && TryStamp(unit, now) && TryWriteRows(unit))
        {
            _release.Execute();
            return true;
        }
        Undo();
        return false;
    }

    /// <summary>Undoes what was written of the present unit.</summary>
    public void Undo()
    {
        _undo.Execute();
        _release.Execute();
    }

    public void Dispose()
    {
        _rows.Dispose();
        foreach (var statement in new[] { _begin, _commit, _savepoint, _release, _undo, _stamp, _channel, _agents }) statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>Stamps what the unit adds to channels, as <see cref="ChannelStamps"/> does, and adds the changes.</summary>
    private bool TryStamp(CommitUnit unit, DateTimeOffset now)
    {
        foreach (var added in unit.Additions)
        {
            var last = _stamp.Query(added.Messages.Count, added.Count, added.LatestStamp(now), added.Channel.Value);
            if (last is null && added.Messages.Count > 0) return false;
            if (last is null) continue;
            added.Place(last.Value);
            foreach (var change in added.Changes) _rows.Insert(change);
        }
        return true;
    }

    private bool TryWriteRows(CommitUnit unit)
    {
        foreach (var row in unit.Inserts) _rows.Insert(row);
        return unit.Updates.All(_rows.TryUpdate);
    }

    private bool Holds(Premises premises)
    {
        if (premises.Agents is { } agents && agents != (_agentsRevision ??= _agents.Query())) return false;
        foreach (var (channel, revision) in premises.Channels)
        {
            if (_channel.Query(channel.Value) != revision) return false;
        }
        return true;
    }

    private SqliteStatement Prepare(string sql) => new(_connection, sql);
}
