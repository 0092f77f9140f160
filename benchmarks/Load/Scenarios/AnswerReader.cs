using Eliza.Benchmarks.Common.Loading;
using Microsoft.Data.Sqlite;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Reads from the database of the running server in which channels an agent has spoken since it last looked: readers are in no writer's way.</summary>
internal sealed class AnswerReader : IDisposable
{
    private const string NewOnes = "SELECT \"Sequence\", \"ChannelId\" FROM \"Messages\" WHERE \"Sequence\" > $last AND \"AuthorKind\" = 1 ORDER BY \"Sequence\"";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _newOnes;
    private readonly Dictionary<string, int> _channels;
    private readonly List<int> _found = [];

    public AnswerReader(string database, Targets channels)
    {
        _channels = Enumerable.Range(0, channels.Count).ToDictionary(channel => channels.IdOf(channel).ToString().ToUpperInvariant());
        _connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        _connection.Open();
        _newOnes = _connection.CreateCommand();
        _newOnes.CommandText = "SELECT coalesce(max(\"Sequence\"), 0) FROM \"Messages\"";
        var last = (long)_newOnes.ExecuteScalar()!;
        _newOnes.CommandText = NewOnes;
        _newOnes.Parameters.AddWithValue("$last", last);
    }

    /// <summary>Their numbers, one for each answer.</summary>
    public IReadOnlyList<int> ReadNew()
    {
        _found.Clear();
        using var reader = _newOnes.ExecuteReader();
        while (reader.Read())
        {
            _newOnes.Parameters[0].Value = reader.GetInt64(0);
            _found.Add(_channels[reader.GetString(1)]);
        }
        return _found;
    }

    public void Dispose()
    {
        _newOnes.Dispose();
        _connection.Dispose();
    }
}
