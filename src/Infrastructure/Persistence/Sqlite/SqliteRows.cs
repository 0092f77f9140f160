using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Inserts and updates rows by statements that are prepared once for each table, and for each set of columns that are changed together.
/// Tables, columns and how values lie in them come from EF's model.
/// </summary>
internal sealed class SqliteRows(SqliteConnection connection, IModel model) : IDisposable
{
    private readonly Dictionary<Type, SqliteInsert> _inserts = [];
    private readonly Dictionary<(IEntityType Table, ulong Columns), SqliteUpdate> _updates = [];

    public void Insert(object row)
    {
        var type = row.GetType();
        if (!_inserts.TryGetValue(type, out var insert)) _inserts[type] = insert = new SqliteInsert(connection, model.FindEntityType(type)!);
        insert.Write(row);
    }

    /// <summary>Writes a changed row. Not one that somebody else changed or removed since it was loaded.</summary>
    public bool TryUpdate(EntityEntry row)
    {
        var changed = SqliteUpdate.ChangedIn(row);
        if (changed == 0) return true;
        if (!_updates.TryGetValue((row.Metadata, changed), out var update)) _updates[(row.Metadata, changed)] = update = new SqliteUpdate(connection, row.Metadata, changed);
        return update.TryWrite(row);
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values) insert.Dispose();
        foreach (var update in _updates.Values) update.Dispose();
    }
}
