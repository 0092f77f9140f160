using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>Adds rows to one table.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly SqliteColumn[] _columns;
    private readonly SqliteStatement _statement;

    public SqliteInsert(SqliteConnection connection, IEntityType table)
    {
        var written = table.GetFlattenedProperties().Where(property => !IsGivenByTheDatabase(property));
        _columns = [.. written.Select(property => new SqliteColumn(table, property))];
        var names = string.Join(", ", _columns.Select(column => column.Name));
        var values = string.Join(", ", _columns.Select(_ => "?"));
        _statement = new SqliteStatement(connection, $"INSERT INTO \"{table.GetTableName()}\" ({names}) VALUES ({values})");
    }

    public void Write(object row)
    {
        for (var i = 0; i < _columns.Length; i++) _statement.Bind(i, _columns[i].Of(row));
        _statement.Execute();
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>The number of a row, in the order of commits.</summary>
    private static bool IsGivenByTheDatabase(IProperty property) => property.ValueGenerated is not ValueGenerated.Never && property.ClrType == typeof(long);
}
