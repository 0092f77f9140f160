using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>The transactions of one connection that writes, one after the other.</summary>
internal sealed class UnitTransaction(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _begin = new(connection, "BEGIN IMMEDIATE");
    private readonly SqliteStatement _commit = new(connection, "COMMIT");
    private readonly SqliteStatement _rollback = new(connection, "ROLLBACK");
    private readonly SqliteStatement _mark = new(connection, "SAVEPOINT unit");
    private readonly SqliteStatement _keep = new(connection, "RELEASE unit");
    private readonly SqliteStatement _undo = new(connection, "ROLLBACK TO unit");

    /// <summary>Whether one is open: some faults end it.</summary>
    public bool IsOpen => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>How many rows were written over this connection: the difference tells whether anything was.</summary>
    public int Changes => raw.sqlite3_total_changes(connection.Handle);

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    /// <summary>Ends it, if no fault has; nothing of it is left.</summary>
    public void Rollback()
    {
        if (IsOpen) _rollback.Execute();
    }

    /// <summary>From here on <see cref="Undo"/> undoes.</summary>
    public void Mark() => _mark.Execute();

    /// <summary>Keeps what was written since the mark.</summary>
    public void Keep() => _keep.Execute();

    /// <summary>Undoes what was written since the mark.</summary>
    public void Undo()
    {
        _undo.Execute();
        _keep.Execute();
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_begin, _commit, _rollback, _mark, _keep, _undo]) statement.Dispose();
    }
}
