using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Inserts and updates rows by statements that are prepared once for each table, and for each set of columns that are changed together.
/// Tables, columns and how values lie in them come from EF's model.
/// </summary>
internal sealed class SqliteRows(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<IEntityType, SqliteInsert> _inserts = [];
    private readonly Dictionary<(IEntityType Table, ulong Columns), SqliteUpdate> _updates = [];

    /// <summary>Writes an added or a changed row. Not one that somebody else changed or removed since it was loaded.</summary>
    public bool TryWrite(EntityEntry row)
    {
        var table = row.Metadata;
        if (row.State is EntityState.Added)
        {
            if (!_inserts.TryGetValue(table, out var insert)) _inserts[table] = insert = new SqliteInsert(connection, table);
            insert.Write(row);
            return true;
        }
        var changed = SqliteUpdate.ChangedIn(row);
        if (changed == 0) return true;
        if (!_updates.TryGetValue((table, changed), out var update)) _updates[(table, changed)] = update = new SqliteUpdate(connection, table, changed);
        return update.TryWrite(row);
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert.Dispose();
        foreach (var update in _updates.Values) update.Dispose();
    }
}
