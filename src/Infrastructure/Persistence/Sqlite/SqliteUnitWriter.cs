using Eliza.Domain.Messages;
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
    /// too: by default it is a temporary file.
    /// </summary>
    private static readonly string[] Settings = ["PRAGMA cache_size = -16000", "PRAGMA temp_store = MEMORY"];

    private readonly SqliteConnection _connection;
    private readonly SqliteRows _rows;
    private readonly SqliteStatement _stamp, _lastStamp, _words, _channel, _agents;
    private long? _agentsRevision;

    public SqliteUnitWriter(DatabaseOptions options, IModel model)
    {
        _connection = LoneConnection.Open(options);
        try
        {
            foreach (var setting in Settings)
            {
                using var statement = Prepare(setting);
                statement.Execute();
            }
            SpareTriggers(_connection);
            _rows = new SqliteRows(_connection, model);
            Transaction = new UnitTransaction(_connection);
            _stamp = Prepare("UPDATE \"Channels\" SET \"MessageCount\" = \"MessageCount\" + ?, \"LastStamp\" = ? WHERE \"Id\" = ?");
            _lastStamp = Prepare("SELECT \"LastStamp\" FROM \"Channels\" WHERE \"Id\" = ?");
            _words = Prepare("INSERT INTO \"MessageWords\" (rowid, \"Content\") VALUES (last_insert_rowid(), ?)");
            _channel = Prepare($"SELECT \"{Revision.OfChannel}\" FROM \"Channels\" WHERE \"Id\" = ?");
            _agents = Prepare($"SELECT \"Value\" FROM \"Revisions\" WHERE \"Name\" = '{Revision.Agents}'");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public UnitTransaction Transaction { get; }

    public void Begin()
    {
        Transaction.Begin();
        _agentsRevision = null;
    }

    /// <summary>Between two transactions: lets those who write the log back know how much there is.</summary>
    public void Report(SqliteCheckpoints checkpoints)
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_status(_connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1), _connection.Handle);
        checkpoints.Written(_connection, pages);
    }

    /// <summary>
    /// Writes the unit, or finds that what it was decided on is no longer so. Whatever can be found out without writing is, and what
    /// others are likeliest to have changed is written first: so when that is found, as a rule nothing of the unit is written.
    /// </summary>
    public bool TryWrite(CommitUnit unit, DateTimeOffset now)
    {
        if (!Holds(unit.Premises) || !TryPlace(unit.Additions, now) || !unit.Updates.All(_rows.TryUpdate)) return false;
        foreach (var row in unit.Inserts) Insert(row);
        foreach (var added in unit.Additions) Count(added);
        return true;
    }

    public void Dispose()
    {
        _rows.Dispose();
        Transaction.Dispose();
        foreach (var statement in (SqliteStatement[])[_stamp, _lastStamp, _words, _channel, _agents]) statement.Dispose();
        _connection.Dispose();
    }

    /// <summary>Stamps what the unit adds to channels, as <see cref="ChannelStamps"/> does.</summary>
    /// <returns>Whether all the channels of messages are still there.</returns>
    private bool TryPlace(IReadOnlyList<ChannelAdditions> additions, DateTimeOffset now)
    {
        foreach (var added in additions)
        {
            if (_lastStamp.Query(added.Channel.Value) is { } last) added.Place(Math.Max(last + added.Count, added.LatestStamp(now)));
            else if (added.Messages.Count > 0) return false;
        }
        return true;
    }

    /// <summary>Inserts a row; of a message its words too, as the triggers do that this connection is spared.</summary>
    private void Insert(object row)
    {
        _rows.Insert(row);
        if (row is Message message) _words.Execute(message.Content.Value);
    }

    /// <summary>Counts what was added to a channel, and adds the changes; not to one that is gone.</summary>
    private void Count(ChannelAdditions added)
    {
        if (_stamp.Execute(added.Messages.Count, added.Last, added.Channel.Value) == 0) return;
        foreach (var change in added.Changes) _rows.Insert(change);
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

    /// <summary>
    /// Triggers index a message's words when EF writes it. A statement that has any is undone alone when it fails, for which SQLite puts
    /// all words that wait to the disk before each: that took most of the writing.
    /// </summary>
    private static void SpareTriggers(SqliteConnection connection) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, out _), connection.Handle);

    private SqliteStatement Prepare(string sql) => new(_connection, sql);
}
