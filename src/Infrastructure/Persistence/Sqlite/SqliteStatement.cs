using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// One statement that is prepared once and carried out often. It calls SQLite itself: ADO.NET looks each parameter up by its name, and
/// makes a reader, at each execution.
/// </summary>
/// <remarks>Errors are the exceptions that ADO.NET's commands throw. It is used by one at a time.</remarks>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open; it stays so until the statement is disposed of.</param>
    /// <param name="sql">One statement; its parameters are question marks.</param>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Gives a parameter its value.</summary>
    /// <param name="parameter">Its place among the question marks, from 0.</param>
    /// <param name="value">As EF's mapping of the column has it; null for none.</param>
    public void Bind(int parameter, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter + 1),
        // Never as UTF-16: there SQLite takes a first character U+FEFF or U+FFFE for the order of the bytes of all that follows.
        string text => raw.sqlite3_bind_text(_statement, parameter + 1, text),
        Guid id => BindId(parameter, id),
        double real => raw.sqlite3_bind_double(_statement, parameter + 1, real),
        long or int or bool => raw.sqlite3_bind_int64(_statement, parameter + 1, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column holds a {value.GetType()}."),
    });

    /// <summary>How many rows it changed, but for those that triggers did.</summary>
    public int Execute(params ReadOnlySpan<object> values)
    {
        Bind(values);
        try
        {
            Step();
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The number that it finds; null when it finds nothing.</summary>
    public long? Query(params ReadOnlySpan<object> values)
    {
        Bind(values);
        try
        {
            return Step() ? raw.sqlite3_column_int64(_statement, 0) : null;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    /// <summary>As EF's mapping has it: text, in capitals.</summary>
    private int BindId(int parameter, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, parameter + 1, text);
    }

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) Bind(i, values[i]);
    }

    /// <summary>Whether there is a row.</summary>
    private bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(code);
        return code == raw.SQLITE_ROW;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
