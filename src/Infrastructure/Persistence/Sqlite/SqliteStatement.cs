using Microsoft.Data.Sqlite;

namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>One statement that is prepared once and carried out often.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, string sql, IEnumerable<string> parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var parameter in parameters) _command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
    }

    /// <summary>The value of a parameter, as the database keeps it.</summary>
    public void Set(int parameter, object? value) => _command.Parameters[parameter].Value = value ?? DBNull.Value;

    /// <summary>How many rows it changed.</summary>
    public int Execute() => _command.ExecuteNonQuery();

    /// <summary>The number that it finds; null when it finds nothing.</summary>
    public long? QueryOne(params ReadOnlySpan<object> values)
    {
        Set(values);
        return (long?)_command.ExecuteScalar();
    }

    /// <summary>The two numbers that it finds; null when it finds nothing.</summary>
    public (long First, long Second)? QueryTwo(params ReadOnlySpan<object> values)
    {
        Set(values);
        using var reader = _command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    public void Dispose() => _command.Dispose();

    private void Set(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) Set(i, values[i]);
    }
}
