using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>Changes certain columns of a row of one table, if nobody else changed what must not be changed by two at once.</summary>
internal sealed class SqliteUpdate : IDisposable
{
    private readonly SqliteColumn[] _changed;
    private readonly SqliteColumn[] _found;
    private readonly SqliteStatement _statement;

    /// <param name="connection">The connection.</param>
    /// <param name="table">The table; of at most 64 columns.</param>
    /// <param name="changed">Which columns, one bit each: see <see cref="ChangedIn"/>.</param>
    public SqliteUpdate(SqliteConnection connection, IEntityType table, ulong changed)
    {
        var columns = table.GetFlattenedProperties().Select(property => new SqliteColumn(table, property)).ToList();
        _changed = [.. columns.Where((_, i) => (changed & (1UL << i)) != 0)];
        _found = [.. columns.Where(column => column.Property.IsPrimaryKey() || column.Property.IsConcurrencyToken)];
        var sets = string.Join(", ", _changed.Select(column => $"{column.Name} = ?"));
        var conditions = string.Join(" AND ", _found.Select(column => $"{column.Name} IS ?"));
        _statement = new SqliteStatement(connection, $"UPDATE \"{table.GetTableName()}\" SET {sets} WHERE {conditions}");
    }

    /// <summary>The columns of a row that are not as they were loaded, one bit each.</summary>
    public static ulong ChangedIn(EntityEntry row)
    {
        var (values, loaded, bit, changed) = (row.CurrentValues, row.OriginalValues, 1UL, 0UL);
        foreach (var property in row.Metadata.GetFlattenedProperties())
        {
            if (!property.GetValueComparer().Equals(values[property], loaded[property])) changed |= bit;
            bit <<= 1;
        }
        return changed;
    }

    /// <summary>Whether the row was still as it was loaded.</summary>
    public bool TryWrite(EntityEntry row)
    {
        var (values, loaded) = (row.CurrentValues, row.OriginalValues);
        for (var i = 0; i < _changed.Length; i++) _statement.Bind(i, _changed[i].Of(values));
        for (var i = 0; i < _found.Length; i++) _statement.Bind(_changed.Length + i, _found[i].Of(loaded));
        return _statement.Execute() == 1;
    }

    public void Dispose() => _statement.Dispose();
}
